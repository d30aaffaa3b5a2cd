using Microsoft.CodeAnalysis;

namespace LockGraph.Cli.Check;

/// <summary>One finding of the static check, apart from Roslyn: what every format writes and a baseline remembers.</summary>
/// <param name="Rule">Number of the rule, such as <c>LG1002</c>.</param>
/// <param name="Severity">After the settings of the project.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Place">The guilty code; null for what has no place.</param>
/// <param name="Witnesses">The other code that it takes, in the order of the story.</param>
/// <param name="Member">Documentation id of the member around the place; empty where there is none.</param>
/// <param name="Classes">The lock classes, in the order of the report.</param>
/// <param name="Edges">The edges of the order graph that it is about, outer and inner.</param>
internal sealed record Finding(
    string Rule,
    DiagnosticSeverity Severity,
    string Message,
    FindingPlace? Place,
    IReadOnlyList<Witness> Witnesses,
    string Member,
    IReadOnlyList<string> Classes,
    IReadOnlyList<(string Outer, string Inner)> Edges)
{
    /// <summary>The same for the same defect when lines move: made of rule, classes and member, and a number where that is not enough.</summary>
    public string Fingerprint { get; init; } = "";
}

/// <summary>Code that a finding points at.</summary>
/// <param name="Path">From the working directory.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
/// <param name="EndLine">From 1.</param>
/// <param name="EndColumn">From 1, the first column behind it.</param>
/// <param name="Excerpt">The text of the first line.</param>
internal sealed record FindingPlace(string Path, int Line, int Column, int EndLine, int EndColumn, string Excerpt)
{
    /// <summary>As compilers write it.</summary>
    public override string ToString() => FormattableString.Invariant($"{Path}({Line},{Column})");
}

/// <summary>A step of the other side of a finding.</summary>
/// <param name="Caption">What happens there; empty if nobody said.</param>
/// <param name="Place">Where.</param>
internal sealed record Witness(string Caption, FindingPlace Place);
