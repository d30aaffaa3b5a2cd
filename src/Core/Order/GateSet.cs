namespace LockGraph.Core;

/// <summary>Lock instances that were held exclusively around an edge: while one flow is inside, no other flow can be.</summary>
/// <remarks>Immutable; thread-safe. Members are kept sorted, so equality, union and intersection cost one pass.</remarks>
public sealed class GateSet : IEquatable<GateSet>
{
    private readonly long[] _instances;

    private GateSet(long[] sorted) => _instances = sorted;

    /// <summary>The one empty set: no gate.</summary>
    public static GateSet Empty { get; } = new([]);

    /// <summary>Number of gates.</summary>
    public int Count => _instances.Length;

    /// <summary>True for <see cref="Empty"/>, and only for it.</summary>
    public bool IsEmpty => _instances.Length == 0;

    /// <summary>The instances, ascending.</summary>
    public IReadOnlyList<long> Instances => _instances;

    /// <summary>Makes a set of instances in any order, duplicates allowed.</summary>
    /// <param name="instances">Identities of the lock objects.</param>
    public static GateSet Of(params long[] instances) => Of((IEnumerable<long>)instances);

    /// <summary>Makes a set of instances in any order, duplicates allowed.</summary>
    /// <param name="instances">Identities of the lock objects.</param>
    public static GateSet Of(IEnumerable<long> instances)
    {
        if (instances is null)
        {
            throw new ArgumentNullException(nameof(instances));
        }

        long[] sorted = instances.Distinct().ToArray();
        Array.Sort(sorted);
        return sorted.Length == 0 ? Empty : new GateSet(sorted);
    }

    /// <summary>True when the instance is a gate.</summary>
    public bool Contains(long instance) => Array.BinarySearch(_instances, instance) >= 0;

    /// <summary>True when every gate of this set is in <paramref name="other"/>.</summary>
    public bool IsSubsetOf(GateSet other) => ReferenceEquals(this, other) || CountShared(other ?? throw new ArgumentNullException(nameof(other))) == Count;

    /// <summary>The gates of both; no allocation when the answer is one of the two sets or empty.</summary>
    public GateSet Intersect(GateSet other)
    {
        int shared = CountShared(other ?? throw new ArgumentNullException(nameof(other)));
        if (shared == Count)
        {
            return this;
        }

        if (shared == other.Count)
        {
            return other;
        }

        if (shared == 0)
        {
            return Empty;
        }

        var kept = new long[shared];
        int next = 0;
        foreach (long instance in _instances)
        {
            if (other.Contains(instance))
            {
                kept[next++] = instance;
            }
        }

        return new GateSet(kept);
    }

    /// <inheritdoc/>
    public bool Equals(GateSet? other) =>
        ReferenceEquals(this, other) || (other is not null && other.Count == Count && CountShared(other) == Count);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GateSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        long hash = Count;
        foreach (long instance in _instances)
        {
            hash = unchecked((hash * 31) + instance);
        }

        return hash.GetHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => "{" + string.Join(", ", _instances) + "}";

    private int CountShared(GateSet other)
    {
        int shared = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < _instances.Length && theirs < other._instances.Length)
        {
            long difference = _instances[mine].CompareTo(other._instances[theirs]);
            shared += difference == 0 ? 1 : 0;
            mine += difference <= 0 ? 1 : 0;
            theirs += difference >= 0 ? 1 : 0;
        }

        return shared;
    }
}
