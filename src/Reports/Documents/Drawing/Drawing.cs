namespace LockGraph.Reports;

/// <summary>What a picture of one hierarchy shows, before anything has a place on the page.</summary>
/// <param name="Boxes">Locks, or groups of them.</param>
/// <param name="Lines">The direct order between boxes.</param>
/// <param name="Rings">Boxes that no order fits, as positions in <paramref name="Boxes"/>.</param>
/// <param name="IsCollapsed">True when boxes stand for several locks.</param>
/// <param name="LeftOut">Pairs of groups that are also nested against the drawn direction, by other locks, and have no line.</param>
internal sealed record Drawing(
    IReadOnlyList<DrawnBox> Boxes, IReadOnlyList<DrawnLine> Lines, IReadOnlyList<IReadOnlyList<int>> Rings, bool IsCollapsed, int LeftOut);

/// <summary>A box of a picture.</summary>
/// <param name="Title">The name without the prefix that all names share.</param>
/// <param name="Note">The second line: kind and modes, or the number of locks.</param>
/// <param name="FullName">The whole name.</param>
/// <param name="Kind">What it stands for.</param>
internal sealed record DrawnBox(string Title, string Note, string FullName, BoxKind Kind);

/// <summary>What a box stands for.</summary>
internal enum BoxKind
{
    /// <summary>A lock class.</summary>
    Lock,

    /// <summary>A lock class that a promise names and nothing else.</summary>
    NotFound,

    /// <summary>A wait that is no lock.</summary>
    Wait,

    /// <summary>Several lock classes.</summary>
    Group,
}

/// <summary>A line of a picture: the inner box is taken inside the outer one.</summary>
/// <param name="Outer">Position of the outer box.</param>
/// <param name="Inner">Position of the inner box.</param>
/// <param name="Standing">Promise against code; of several edges, the one to look at first.</param>
/// <param name="IsInRing">True when no order fits.</param>
/// <param name="IsBothWays">True when groups are nested in both orders, which is no ring of locks.</param>
internal sealed record DrawnLine(int Outer, int Inner, EdgeStanding Standing, bool IsInRing, bool IsBothWays);
