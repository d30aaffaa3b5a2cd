using LockGraph.Core;

namespace LockGraph.Cli.Replay;

/// <summary>The answer to one trace.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Findings">What was found, in order of the events.</param>
/// <param name="Events">How many events it has.</param>
internal sealed record TraceResult(string Name, IReadOnlyList<Finding> Findings, long Events)
{
    /// <summary>True when something found is a defect; what is only worth knowing leaves a trace clean.</summary>
    public bool IsViolation { get; } = Findings.Any(finding => finding.Violation.Severity == ViolationSeverity.Warning);

    /// <summary><c>ok</c> or <c>violation</c>.</summary>
    public string Verdict => IsViolation ? "violation" : "ok";
}
