using LockGraph.Cli.Loading;
using Microsoft.CodeAnalysis;

namespace LockGraph.Cli.Check;

/// <summary>What a check has come to: all that a format writes.</summary>
internal sealed record CheckReport
{
    /// <summary>The findings, in the order of the code.</summary>
    public required IReadOnlyList<JudgedFinding> Findings { get; init; }

    /// <summary>What the baseline lists and the code no longer has; empty unless everything was checked.</summary>
    public required IReadOnlyList<AcceptedFinding> Fixed { get; init; }

    /// <summary>True when there was a baseline to compare with.</summary>
    public required bool HasBaseline { get; init; }

    /// <summary>The rules that were checked.</summary>
    public required IReadOnlyList<DiagnosticDescriptor> Rules { get; init; }

    /// <summary>How many projects were checked.</summary>
    public required int Projects { get; init; }

    /// <summary>The projects that were not.</summary>
    public required IReadOnlyList<LoadProblem> Problems { get; init; }

    /// <summary>The findings that the baseline does not list.</summary>
    public IEnumerable<Finding> New => Findings.Where(finding => !finding.IsKnown).Select(finding => finding.Finding);
}

/// <summary>A finding, and whether the baseline lists it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="IsKnown">True when it was accepted before.</param>
internal sealed record JudgedFinding(Finding Finding, bool IsKnown);

/// <summary>A finding that a baseline lists.</summary>
/// <param name="Fingerprint">What identifies it.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Path">Where it was, for people.</param>
/// <param name="Message">What it was, for people.</param>
internal sealed record AcceptedFinding(string Fingerprint, string Rule, string Path, string Message);
