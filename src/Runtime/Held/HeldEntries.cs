#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#endif

namespace LockGraph;

/// <summary>
/// The entries of one flow. The near ones lie inside the flow object, and their place is an offset into it: the fast path, which uses only those,
/// saves a dependent load and a multiplication between the two barriers of an uncontended pair.
/// </summary>
internal struct HeldEntries
{
#if NET
    private const int _near = 12;

    private NearEntries _first;
    private HeldEntry[]? _further;

    /// <summary>The distance of two places.</summary>
    public static nint Step
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.SizeOf<HeldEntry>();
    }

    /// <summary>The last place inside the flow object.</summary>
    public static nint LastNear
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (_near - 1) * Unsafe.SizeOf<HeldEntry>();
    }

    /// <summary>The place of a depth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint PlaceOf(int depth) => depth * Unsafe.SizeOf<HeldEntry>();

    /// <summary>The depth of a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int DepthAt(nint place) => (int)((nuint)place / (nuint)Unsafe.SizeOf<HeldEntry>());

    /// <summary>The entry at a place up to <see cref="LastNear"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref HeldEntry Near(ref HeldEntries entries, nint place) =>
        ref Unsafe.AddByteOffset(ref Unsafe.As<NearEntries, HeldEntry>(ref entries._first), place);

    /// <summary>The entry at a depth that was reserved.</summary>
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

    /// <summary>The distance of two places: here a place is a depth.</summary>
    public static nint Step => 1;

    /// <summary>The last place that the fast path uses.</summary>
    public static nint LastNear => 11;

    /// <summary>The place of a depth.</summary>
    public static nint PlaceOf(int depth) => depth;

    /// <summary>The depth of a place.</summary>
    public static int DepthAt(nint place) => (int)place;

    /// <summary>The entry at a place up to <see cref="LastNear"/>.</summary>
    public static ref HeldEntry Near(ref HeldEntries entries, nint place) => ref At(ref entries, (int)place);

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
