namespace LockGraph.Reports;

/// <summary>A piece of the document. Texts are phrases.</summary>
internal abstract record PageBlock;

/// <summary>A heading; level 1 is the title.</summary>
internal sealed record HeadingBlock(int Level, string Text) : PageBlock;

/// <summary>A paragraph.</summary>
internal sealed record TextBlock(string Text) : PageBlock;

/// <summary>A list.</summary>
internal sealed record ListBlock(IReadOnlyList<string> Items) : PageBlock;

/// <summary>A table.</summary>
/// <param name="Caption">What it is about: shown where a long table is folded.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The cells.</param>
internal sealed record TableBlock(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : PageBlock
{
    private const int _mostUnfolded = 40;

    /// <summary>True when it is too long to be scrolled past.</summary>
    public bool IsFolded => Rows.Count > _mostUnfolded;
}

/// <summary>Lines set as they are.</summary>
internal sealed record ListingBlock(IReadOnlyList<string> Lines) : PageBlock;

/// <summary>The drawing of a hierarchy, in whatever way the format draws.</summary>
internal sealed record DrawingBlock(Hierarchy Hierarchy) : PageBlock;
