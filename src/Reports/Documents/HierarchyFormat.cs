namespace LockGraph.Reports;

/// <summary>How a hierarchy document is written.</summary>
public enum HierarchyFormat
{
    /// <summary>GitHub-flavoured Markdown with Mermaid drawings.</summary>
    Markdown,

    /// <summary>One HTML file with SVG drawings, without scripts; light and dark.</summary>
    Html,

    /// <summary>The drawings alone, as one SVG file.</summary>
    Svg,

    /// <summary>The drawings alone, as one Mermaid flowchart.</summary>
    Mermaid,

    /// <summary>The drawings alone, for Graphviz.</summary>
    Dot,

    /// <summary>Everything, for tools.</summary>
    Json,
}
