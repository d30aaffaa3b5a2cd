using System.Runtime.CompilerServices;

namespace LockGraph;

/// <summary>Hashes of chains of held locks.</summary>
/// <remarks>
/// 64 bits: with a million distinct chains the chance that any two collide is below 1 in 10^7. The mode is part of the key: without it a chain
/// of readers would hide a later chain of writers. Source of the idea: Linux <c>lockdep-design.rst</c>, "chain cache".
/// </remarks>
internal static class ChainHash
{
    private const ulong _multiplier = 0x9E3779B97F4A7C15;

    /// <summary>The key of a class (by its serial number) in a mode; spread over all bits.</summary>
    public static ulong Key(int serial, int mode)
    {
        // SplitMix64: neighbouring serials must not give neighbouring keys.
        ulong z = ((ulong)(uint)serial * 4 + (uint)mode + 1) * _multiplier;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>The chain with one more lock in it. Order matters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Extend(ulong chain, ulong key) => ((chain << 7) ^ (chain >> 57) ^ key) * _multiplier;

    /// <summary>The chain as reached from one line of source: what a site that was never seen differs by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong At(ulong chain, int line) => chain + (ulong)(uint)line * 0xD1B54A32D192ED03;
}
