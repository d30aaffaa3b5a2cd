namespace LockGraph.Core;

/// <summary>One attempt to take a lock: which, how, and from where. Immutable.</summary>
public sealed class Acquisition
{
    /// <summary>Describes an attempt to take an instance of a class.</summary>
    /// <param name="class">The lock class.</param>
    /// <param name="instance">Identity of the lock object; for the analyzer, of the symbolic value.</param>
    public Acquisition(LockClass @class, long instance)
    {
        Class = @class ?? throw new ArgumentNullException(nameof(@class));
        Instance = instance;
    }

    /// <summary>The lock class.</summary>
    public LockClass Class { get; }

    /// <summary>Identity of the lock object.</summary>
    public long Instance { get; }

    /// <summary>What people call the instance, such as <c>#3</c> or <c>session "a"</c>; <see langword="null"/> when the class says it all.</summary>
    public string? InstanceLabel { get; init; }

    /// <summary>The mode asked for.</summary>
    public LockMode Mode { get; init; }

    /// <summary>Blocking, try, or timed.</summary>
    public AcquisitionKind Kind { get; init; }

    /// <summary>Declared rank inside the class. Each rank is ordered as a class of its own.</summary>
    public int Subclass { get; init; }

    /// <summary>The key that orders instances of the class, if the class has one.</summary>
    public IComparable? OrderKey { get; init; }

    /// <summary>The instance that is claimed to serialize all locks of this class; 0 for none.</summary>
    public long NestLock { get; init; }

    /// <summary>Name of the claimed nest lock, for the report.</summary>
    public string? NestLockName { get; init; }

    /// <summary>Wait type of this acquisition where it differs from the class's own.</summary>
    public WaitType? WaitType { get; init; }

    /// <summary>
    /// True when this instance may be taken again by its holder, where it differs from the class's own. An explicit false also refuses what
    /// an upgradeable lock grants its holder (to write, and to read once more): the acquisition is a second one, and no change of mode.
    /// </summary>
    public bool? Reentrant { get; init; }

    /// <summary>Where in the source.</summary>
    public AcquisitionSite Site { get; init; }

    /// <summary>Stack of the first acquisition of this class at this site, if one was captured.</summary>
    public CapturedStack? Stack { get; init; }

    /// <summary>The class name with its subclass rank: <c>Account._gate</c>, <c>Account._gate#1</c>.</summary>
    public string Name => LockClassName.WithSubclass(Class.Name, Subclass);

    /// <summary>The wait type that counts.</summary>
    public WaitType EffectiveWaitType => WaitType ?? Class.WaitType ?? Core.WaitType.Block;

    /// <summary>The re-entrance that counts.</summary>
    public bool EffectiveReentrant => Reentrant ?? Class.Reentrant ?? false;

    /// <inheritdoc/>
    public override string ToString() => InstanceLabel is null ? Name : Name + " " + InstanceLabel;
}
