using LockGraph.Cli.Replay;
using LockGraph.Cli.Tests.Replay;
using LockGraph.Core;

namespace LockGraph.Cli.Tests.Conformance;

public sealed class ConformanceTests
{
    private const int _lockdepCases = 66;
    private const int _peerCases = 84;

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (string file in new[] { "lockdep.shared.json", "peers.shared.json", "missed-by-lockdep.json" })
        {
            foreach (ConformanceCase one in ConformanceCase.Of(file))
            {
                data.Add(file, one.Name);
            }
        }

        return data;
    }

    public static TheoryData<string> Deviations() => [.. Deviation.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void CaseOfAnotherSuite_SameVerdictAtTheSameEvent(string file, string name)
    {
        ConformanceCase expected = ConformanceCase.Of(file).Single(one => one.Name == name);
        TraceResult ours = TraceText.Read(expected.Json).Single();
        Assert.Equal(name, ours.Name);
        if (!Deviation.All.TryGetValue(name, out Deviation? deviation))
        {
            Assert.True(Agrees(expected, ours), $"expected {expected.Expect} at {expected.ViolationAt}, found '{TraceText.Found(ours)}'");
            return;
        }

        Assert.False(Agrees(expected, ours), "the case agrees with its source: take it off the list of deviations");
        Assert.Equal(deviation.Verdict, ours.Verdict);
        Finding? first = ours.Findings.Count == 0 ? null : ours.Findings[0];
        Assert.Equal(deviation.Event, first?.Event);
        Assert.Equal(deviation.Kind, first?.Violation.Kind.ToString());
    }

    [Theory]
    [MemberData(nameof(Deviations))]
    public void Deviation_NamesACaseAndAReason(string name)
    {
        Assert.Contains(name, Cases().Select(row => (string)row[1]));
        Assert.True(Deviation.All[name].Reason.Length > 40, "a reason is a sentence");
    }

    [Fact]
    public void Suites_AreComplete()
    {
        Assert.Equal(_lockdepCases, ConformanceCase.Of("lockdep.shared.json").Count);
        Assert.Equal(_peerCases, ConformanceCase.Of("peers.shared.json").Count);
    }

    // The first report must be the expected one: an earlier one would be an alarm that the source does not raise.
    private static bool Agrees(ConformanceCase expected, TraceResult ours)
    {
        Finding? first = ours.Findings.FirstOrDefault(finding => finding.Violation.Severity == ViolationSeverity.Warning);
        return ours.Verdict == expected.Expect && (expected.ViolationAt is null || first?.Event == expected.ViolationAt);
    }
}
