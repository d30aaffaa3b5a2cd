using LockGraph.Parity.Tests.Suite;

namespace LockGraph.Parity.Tests;

/// <summary>Every fixture, run under the validator, gets the verdicts that stand on its lines.</summary>
public class RunParityTests
{
    public static TheoryData<string> Fixtures => [.. Fixture.All.Keys];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void FixtureThatRuns_GetsItsVerdicts(string name)
    {
        Fixture fixture = Fixture.All[name];
        FixtureRun run = fixture.Run;
        Assert.Equal(fixture.Throws, run.Thrown?.GetType().Name);
        Assert.Null(run.Fault);
        Comparison.None(fixture, Comparison.Problems(fixture, Witnesses.Run, run.Findings));
    }
}
