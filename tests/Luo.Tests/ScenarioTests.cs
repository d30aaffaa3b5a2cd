using System.Globalization;
using Luo.Kernel;
using Luo.Scenarios;
using Luo.Verdicts;
using Xunit;

namespace Luo.Tests;

public sealed class ScenarioTests
{
    public static TheoryData<string> Keys => [.. Scenario.All.Select(scenario => scenario.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Scenario_ShowsTheExpectedVerdicts(string key)
    {
        ScenarioResult result = Scenario.All.Single(scenario => scenario.Key == key).Play();
        Assert.Equal(result.Scenario.Expected.Words(), result.Observed.Words());
    }

    [Fact]
    public void Catalogue_HoldsEachOfThe41Scenarios() =>
        Assert.Equal(Enumerable.Range(1, 41), Scenario.All.Select(scenario => scenario.Number).Distinct());

    [Fact]
    public void Catalogue_CoversEveryPolicy() =>
        Assert.Equal(Enum.GetValues<Policy>(), Scenario.All.Select(scenario => scenario.Policy).Distinct().Order());

    [Fact]
    public void Catalogue_KeysAreUnique() =>
        Assert.Equal(Scenario.All.Count, Scenario.All.Select(scenario => scenario.Key).Distinct().Count());

    /// <summary>An expectation that does not fit the run is noticed: agreement is no matter of course.</summary>
    [Theory]
    [InlineData("1", nameof(Verdict.Circular))]
    [InlineData("2")]
    [InlineData("4")]
    [InlineData("7a")]
    [InlineData("8b", nameof(Verdict.Circular))]
    [InlineData("17b", nameof(Verdict.Uaf))]
    public void WrongExpectation_Disagrees(string key, params string[] expected)
    {
        Scenario sound = Scenario.All.Single(scenario => scenario.Key == key);
        ScenarioResult result = sound.WithExpectation([.. expected.Select(Enum.Parse<Verdict>)]).Play();
        Assert.False(result.Agrees, string.Create(CultureInfo.InvariantCulture, $"{key}: {result.Observed.Words()}"));
    }

    [Fact]
    public void WrongResult_IsObserved()
    {
        ScenarioResult result = Play.OnStage(stage => stage.Expect("errno", 0, Errno.EBUSY));
        Assert.Equal([Verdict.WrongResult], result.Observed);
    }

    [Fact]
    public void ThrowingSchedule_IsACrash()
    {
        ScenarioResult result = Play.OnStage(_ => throw new InvalidOperationException("broken"));
        Assert.Equal([Verdict.Crash], result.Observed);
    }

    [Fact]
    public void LockGraphOfAnIncompleteCycle_DiffersFromTheKernels()
    {
        ScenarioResult result = Play.OnStage(stage =>
        {
            Machine machine = stage.Boot();
            stage.Create(stage.Agent, stage.OpenDevice(machine), "s1");
        });
        string[] differences = [.. KernelGraph.Differences(result.Snapshot)];
        Assert.Contains(differences, difference => difference.StartsWith("missing: " + LockNames.SystemTransition, StringComparison.Ordinal));
        Assert.DoesNotContain(differences, difference => difference.StartsWith("forbidden", StringComparison.Ordinal));
    }

    [Fact]
    public void LockGraphOfTheInvertedRelease_HasAForbiddenEdge()
    {
        ScenarioResult result = Scenario.All.Single(scenario => scenario.Key == "7a").Play();
        Assert.Contains($"forbidden: {LockNames.Session} -> {LockNames.Outgoing}", KernelGraph.Differences(result.Snapshot));
    }
}
