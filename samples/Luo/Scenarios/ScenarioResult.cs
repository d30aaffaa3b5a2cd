using LockGraph.Core;
using Luo.Verdicts;
using Verdict = Luo.Verdicts.Verdict;

namespace Luo.Scenarios;

/// <summary>What one run of a scenario showed.</summary>
/// <param name="Scenario">Which.</param>
/// <param name="Observed">The verdicts of the validator and of the model's invariants together.</param>
/// <param name="Violations">What the validator found.</param>
/// <param name="Anomalies">What the invariants found, and tasks that are stuck.</param>
/// <param name="Notes">Facts worth telling that are no verdict.</param>
/// <param name="Snapshot">The order that was seen.</param>
internal sealed record ScenarioResult(
    Scenario Scenario,
    IReadOnlyList<Verdict> Observed,
    IReadOnlyList<Violation> Violations,
    IReadOnlyList<Anomaly> Anomalies,
    IReadOnlyList<string> Notes,
    OrderSnapshot Snapshot)
{
    public bool Agrees => Scenario.Expected.ToHashSet().SetEquals(Observed);
}
