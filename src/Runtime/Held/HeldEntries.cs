#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#endif

namespace LockGraph;

/// <summary>The entries of one flow. The first ones lie inside the flow object: the fast path saves a dependent load, a tenth of an uncontended pair.</summary>
internal struct HeldEntries
{
#if NET
    private const int _near = 12;

    private NearEntries _first;
    private HeldEntry[]? _further;

    /// <summary>The entry at a depth that was reserved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref HeldEntry At(ref HeldEntries entries, int depth) => ref depth < _near
        ? ref Unsafe.Add(ref Unsafe.As<NearEntries, HeldEntry>(ref entries._first), depth)
        : ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(entries._further!), depth - _near);

    /// <summary>Makes room up to and including a depth.</summary>
    public static void Reserve(ref HeldEntries entries, int depth)
    {
        int further = depth - _near;
        if (further >= 0 && further >= (entries._further?.Length ?? 0))
        {
            Array.Resize(ref entries._further, Math.Max(16, (further + 1) * 2));
        }
    }

    [InlineArray(_near)]
    private struct NearEntries
    {
        private HeldEntry _entry;
    }
#else
    private HeldEntry[]? _all;

    /// <summary>The entry at a depth that was reserved.</summary>
    public static ref HeldEntry At(ref HeldEntries entries, int depth) => ref (entries._all ??= new HeldEntry[16])[depth];

    /// <summary>Makes room up to and including a depth.</summary>
    public static void Reserve(ref HeldEntries entries, int depth)
    {
        if (entries._all is null || depth >= entries._all.Length)
        {
            Array.Resize(ref entries._all, Math.Max(16, (depth + 1) * 2));
        }
    }
#endif
}
