using LockGraph.Core;

namespace LockGraph.Cli.Replay;

/// <summary>A lock object of a trace, in each rank under which it was taken.</summary>
internal sealed class ReplayLock
{
    private readonly LockOrderValidator _validator;
    private readonly LockClass _class;
    private readonly string? _label;
    private readonly List<LockInstance> _ranks = [];

    /// <summary>A lock that nobody has taken yet.</summary>
    /// <param name="validator">The engine.</param>
    /// <param name="key">Class and name, as the trace spells them.</param>
    /// <param name="class">Its class in the engine.</param>
    /// <param name="isOwnClass">True when no other lock is of the class.</param>
    public ReplayLock(LockOrderValidator validator, (string Class, string Name) key, LockClass @class, bool isOwnClass)
    {
        _validator = validator;
        _class = @class;
        _label = key.Name == @class.Name ? null : key.Name;
        Key = key;
        IsOwnClass = isOwnClass;
    }

    /// <summary>Class and name, as the trace spells them.</summary>
    public (string Class, string Name) Key { get; }

    /// <summary>True when no other lock is of the class: then the order of the class ends with the lock.</summary>
    public bool IsOwnClass { get; }

    /// <summary>The lock as it is known to the engine, once for each rank.</summary>
    public IReadOnlyList<LockInstance> Ranks => _ranks;

    /// <summary>
    /// The lock in the rank in which a flow holds it, else in the rank given. A trace may give a rank to each acquisition, the engine
    /// gives one to each instance; whoever holds the object holds it in all its ranks, and waits for itself when it asks for another.
    /// </summary>
    public LockInstance RankFor(ExecutionFlow flow, int subclass) =>
        _ranks.Count == 1 && _ranks[0].Subclass == subclass ? _ranks[0] : RankAmongSeveral(flow, subclass);

    private LockInstance RankAmongSeveral(ExecutionFlow flow, int subclass)
    {
        if (_ranks.Find(instance => flow.ModeOf(instance) is not null) is { } held)
        {
            return held;
        }

        if (_ranks.Find(instance => instance.Subclass == subclass) is { } known)
        {
            return known;
        }

        LockInstance added = _validator.CreateInstance(_class, _label, subclass);
        _ranks.Add(added);
        return added;
    }
}
