using Luo.Kernel;
using Luo.Scenarios;
using Xunit;

namespace Luo.Tests;

/// <summary>Plays a schedule of a test's own.</summary>
internal static class Play
{
    public static ScenarioResult OnStage(Action<Stage> play, Policy policy = Policy.SerializeRwsem, Generation generation = Generation.V5) =>
        new Scenario(new ScenarioAttribute(0, "test", policy, generation), play).Play();

    /// <summary>Plays a schedule that must leave nothing to report.</summary>
    public static void Cleanly(Action<Stage> play, Policy policy = Policy.SerializeRwsem, Generation generation = Generation.V5)
    {
        ScenarioResult result = OnStage(play, policy, generation);
        Assert.True(
            result.Agrees,
            string.Join(Environment.NewLine, result.Violations.Select(violation => violation.Message).Concat(result.Anomalies.Select(anomaly => anomaly.Text))));
    }
}
