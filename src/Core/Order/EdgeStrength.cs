namespace LockGraph.Core;

/// <summary>What decides whether two steps of a path block each other: how the outer lock is held and how the inner one is requested.</summary>
/// <remarks>
/// A path is strong when no step that requests by <see cref="LockMode.ReadRecursive"/> is followed by a step that holds shared: only then
/// does every lock on it really wait for the next. Source: Linux <c>lockdep-design.rst</c>, "Recursive read locks".
/// </remarks>
public enum EdgeStrength : byte
{
    /// <summary>Outer held shared, inner requested by an overtaking reader.</summary>
    SharedRecursive = 0,

    /// <summary>Outer held shared, inner requested by a writer, an upgrader or a queueing reader.</summary>
    SharedBlocking = 1,

    /// <summary>Outer held exclusively, inner requested by an overtaking reader.</summary>
    ExclusiveRecursive = 2,

    /// <summary>Outer held exclusively, inner requested by a writer, an upgrader or a queueing reader: all that plain locks ever show.</summary>
    ExclusiveBlocking = 3,
}

/// <summary>Strengths of mode pairs, and sets of both as bits.</summary>
internal static class EdgeStrengths
{
    public const int Count = 4;

    /// <summary>The strengths of overtaking readers, as bits.</summary>
    public const byte Recursive = (1 << (int)EdgeStrength.SharedRecursive) | (1 << (int)EdgeStrength.ExclusiveRecursive);

    /// <summary>The strengths of all other requests, as bits.</summary>
    public const byte Blocking = (1 << (int)EdgeStrength.SharedBlocking) | (1 << (int)EdgeStrength.ExclusiveBlocking);

    private static readonly ushort[] PairsOfStrength = BuildPairs();

    public static EdgeStrength Of(LockMode outer, LockMode inner) =>
        (EdgeStrength)((outer.IsShared() ? 0 : 2) | (inner == LockMode.ReadRecursive ? 0 : 1));

    public static bool HoldsExclusively(this EdgeStrength strength) => ((int)strength & 2) != 0;

    public static bool RequestsRecursively(this EdgeStrength strength) => ((int)strength & 1) == 0;

    public static byte Bit(this EdgeStrength strength) => (byte)(1 << (int)strength);

    public static bool Contains(byte strengths, EdgeStrength strength) => (strengths & strength.Bit()) != 0;

    public static ushort PairBit(LockMode outer, LockMode inner) => (ushort)(1 << (((int)outer * LockModes.Count) + (int)inner));

    /// <summary>All mode pairs that have the strength.</summary>
    public static ushort Pairs(EdgeStrength strength) => PairsOfStrength[(int)strength];

    /// <summary>The pair with the smallest modes in a set that is not empty.</summary>
    public static (LockMode Outer, LockMode Inner) FirstPair(int pairs)
    {
        int index = 0;
        while ((pairs & (1 << index)) == 0)
        {
            index++;
        }

        return ((LockMode)(index / LockModes.Count), (LockMode)(index % LockModes.Count));
    }

    private static ushort[] BuildPairs()
    {
        var pairs = new ushort[Count];
        for (int outer = 0; outer < LockModes.Count; outer++)
        {
            for (int inner = 0; inner < LockModes.Count; inner++)
            {
                pairs[(int)Of((LockMode)outer, (LockMode)inner)] |= PairBit((LockMode)outer, (LockMode)inner);
            }
        }

        return pairs;
    }
}
