using LockGraph.Core;

namespace LockGraph;

/// <summary>One lock object as the validator knows it: its class, its identity, and what distinguishes it among its class.</summary>
/// <remarks>The base of every tracked lock; replay makes bare ones with <see cref="LockOrderValidator.CreateInstance"/>. In mode Off it is empty.</remarks>
public partial class LockInstance
{
    private static readonly LockClass _unvalidated = new("(not validated)");
    private static long _lastId;
    private static long _lastStamp;

    private long _stamps;
    private const int _disposed = 2;

    private int _freed;
    private LockInstance? _nestLock;

    internal LockInstance(LockOrderValidator validator, LockClass @class, int subclass, string? label)
    {
        Validator = validator;
        Class = @class;
        Subclass = subclass;
        Label = label;
        Id = Interlocked.Increment(ref _lastId);
        Bind(validator.RegisterClass(@class, subclass));
    }

    /// <summary>A tracked lock: of the class given, or the name given, or the member that holds it, or the place where it is made.</summary>
    private protected LockInstance(TrackedPrimitive primitive, LockClass? @class, string? name, string? member, string? file, int line)
    {
        if (FrozenMode.IsOff)
        {
            Validator = null!;
            Class = @class ?? _unvalidated;
            return;
        }

        ConstructionSite site = LockNaming.Of(member, file, line);
        bool named = @class is not null || name is not null;
        LockClass template = @class ?? (name is null ? site.Class : new LockClass(name));
        Class = template.Completed(primitive.Name, primitive.Reentrant, primitive.Owner, primitive.WaitType);
        Subclass = named ? 0 : site.Subclass;
        Validator = LockOrderValidator.Current;
        Id = Interlocked.Increment(ref _lastId);
        Validator.Learn(site.Assembly);
        Bind(Validator.RegisterClass(Class, Subclass));
    }

    /// <summary>Identity, unique in the process; 0 in mode Off.</summary>
    public long Id { get; }

    /// <summary>The lock class.</summary>
    public LockClass Class { get; private set; }

    /// <summary>What people call this instance in reports.</summary>
    public string? Label { get; set; }

    /// <summary>Declared rank inside the class.</summary>
    public int Subclass { get; }

    /// <summary>Instances of one class whose keys strictly ascend may nest. Compared outside every lock of the validator.</summary>
    /// <remarks>Given by the owner, which alone knows it: <c>[OrderedBy]</c> names the member for the analyzer and the document.</remarks>
    public IComparable? OrderKey { get; set; }

    /// <summary>The lock that serializes all locks of this class: while it is held they may nest, and share one slot of the held limit.</summary>
    public LockInstance? NestLock
    {
        get => _nestLock;
        set
        {
            _nestLock = value;
            Rekey();
        }
    }

    /// <summary>True when the current flow holds this lock in any mode. Always false in mode Off.</summary>
    public bool IsHeldByCurrentFlow => Validator is not null && HeldStack.Holds(ThreadFlows.Of(Validator), this);

    internal LockOrderValidator Validator { get; }

    /// <summary>How a report tells this instance from its class: the label, or its number when there are several.</summary>
    internal string? ReportLabel => Label ?? (Node.InstanceCount > 1 ? "#" + Number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);

    /// <summary>Number in the class, from 1.</summary>
    internal int Number { get; private set; }

    /// <summary>The node of the class in the order graph.</summary>
    internal ClassNode Node { get; private set; } = null!;

    /// <summary>Chain key of an exclusive acquisition.</summary>
    internal ulong WriteKey { get; private set; }

    /// <summary>Chain key of a queueing reader.</summary>
    internal ulong ReadKey { get; private set; }

    /// <summary>Chain key of an upgradeable reader.</summary>
    internal ulong UpgradeKey { get; private set; }

    /// <summary>The newest hold of a flow-owned lock, wherever it was taken.</summary>
    internal FlowHold? CurrentHold { get; set; }

    /// <summary>Identity of an exclusive hold of this lock as it is now; never 0, never used twice.</summary>
    internal long WriteStamp { get; private set; }

    internal bool IsFreed => Volatile.Read(ref _freed) != 0;

    /// <summary>True when the primitive itself is gone, and answers whoever asks with the exception that its users know.</summary>
    internal bool IsDisposed => Volatile.Read(ref _freed) == _disposed;

    /// <summary>Reports a violation unless the current flow holds this lock. Does nothing in mode Off.</summary>
    /// <exception cref="LockOrderViolationException">Mode Assert, and the lock is not held.</exception>
    public void AssertHeld() => Validator?.AssertHeld(ThreadFlows.Of(Validator), this, mode: null, expected: true);

    /// <summary>Reports a violation unless the current flow holds this lock in the mode, or in <see cref="LockMode.Write"/>.</summary>
    /// <exception cref="LockOrderViolationException">Mode Assert, and the lock is not held so.</exception>
    public void AssertHeld(LockMode mode) => Validator?.AssertHeld(ThreadFlows.Of(Validator), this, mode, expected: true);

    /// <summary>Reports a violation when the current flow holds this lock.</summary>
    /// <exception cref="LockOrderViolationException">Mode Assert, and the lock is held.</exception>
    public void AssertNotHeld() => Validator?.AssertHeld(ThreadFlows.Of(Validator), this, mode: null, expected: false);

    /// <summary>Declares that the current flow keeps this lock for ever: it is no leak when the flow ends.</summary>
    public void DeclareTerminalHold() => Validator?.DeclareTerminal(ThreadFlows.Of(Validator), this);

    /// <summary>Tells the validator that the lock is initialised again in place: a violation while anybody holds it.</summary>
    /// <exception cref="LockOrderViolationException">Mode Assert, and the lock is held.</exception>
    public void Reinitialize() => Validator?.Reinitialize(ThreadFlows.Of(Validator), this);

    /// <summary>Tells the validator that the lock is gone: a violation while anybody holds it, and so is any later acquisition.</summary>
    /// <exception cref="LockOrderViolationException">Mode Assert, and the lock is held.</exception>
    public void Free() => Validator?.Free(ThreadFlows.Of(Validator), this);

    /// <inheritdoc/>
    public override string ToString() => Label is null ? Class.Name : Class.Name + " " + Label;

    /// <summary>Identity of a hold in a mode. A new one after anything that asks for a new judgement: entries with the old one match nothing.</summary>
    internal long StampOf(LockMode mode) => _stamps + (long)mode;

    internal ulong KeyOf(LockMode mode) => mode switch
    {
        LockMode.Write => WriteKey,
        LockMode.Read => ReadKey,
        LockMode.Upgrade => UpgradeKey,
        _ => Key(mode),
    };

    internal void MarkFreed()
    {
        Volatile.Write(ref _freed, 1);
        Rekey();
    }

    private protected void MarkDisposed() => Volatile.Write(ref _freed, _disposed);

    internal void MarkAlive()
    {
        Volatile.Write(ref _freed, 0);
        Rekey();
    }

    /// <summary>Ties the instance to a node: at construction, and again when the order history of its class was forgotten.</summary>
    internal void Bind(ClassNode node)
    {
        Node = node;
        Class = node.Class;
        Number = node.AddInstance();
        Rekey();
    }

    // A freed lock and one with a nest lock are judged every time, so their chains must never equal those of their class.
    private void Rekey()
    {
        if (Validator is not null)
        {
            _stamps = Interlocked.Add(ref _lastStamp, LockModes.Count);
            WriteStamp = StampOf(LockMode.Write);
            WriteKey = Key(LockMode.Write);
            ReadKey = Key(LockMode.Read);
            UpgradeKey = Key(LockMode.Upgrade);
        }
    }

    private ulong Key(LockMode mode) => ChainHash.Key(Node.Serial, (int)mode) ^ (IsFreed || _nestLock is not null ? (ulong)Id << 1 | 1 : 0);
}
