using Microsoft.CodeAnalysis;

namespace LockGraph.Cli.Check;

/// <summary>What was asked for on the command line.</summary>
internal sealed record CheckRequest
{
    /// <summary>A solution, project or source file, or a folder.</summary>
    public required string Path { get; init; }

    /// <summary><c>text</c>, <c>sarif</c>, <c>github</c> or <c>json</c>.</summary>
    public string Format { get; init; } = "text";

    /// <summary>The file of accepted findings; null for none.</summary>
    public string? Baseline { get; init; }

    /// <summary>True to write the baseline instead of comparing with it.</summary>
    public bool WritesBaseline { get; init; }

    /// <summary>Snapshots of runs.</summary>
    public IReadOnlyList<string> Observed { get; init; } = [];

    /// <summary>The mildest severity that fails; null when nothing does.</summary>
    public DiagnosticSeverity? FailOn { get; init; } = DiagnosticSeverity.Warning;

    /// <summary>The file to write to; null for standard output.</summary>
    public string? Output { get; init; }
}
