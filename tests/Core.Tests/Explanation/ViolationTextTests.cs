namespace LockGraph.Core.Tests.Explanation;

public class ViolationTextTests
{
    public static TheoryData<ViolationKind> Kinds => [.. Enum.GetValues<ViolationKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryKind_HasARuleASentenceAndAdvice(ViolationKind kind)
    {
        Violation violation = Ring(kind, "one", "two");
        Assert.Matches("^LG[0-9]{4}-[0-9a-f]{12}$", violation.Id);
        Assert.StartsWith(violation.RuleId, violation.Id, StringComparison.Ordinal);
        Assert.EndsWith(".", violation.Message, StringComparison.Ordinal);
        string report = ViolationText.Report(violation);
        Assert.Contains("\nfix: ", report, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Id_DependsOnClassesAndNotOnThreadsOrLines()
    {
        string id = Ring(ViolationKind.Inversion, "one", "two").Id;
        Assert.Equal(id, Ring(ViolationKind.Inversion, "other", "more", line: 99).Id);
        Assert.NotEqual(id, Ring(ViolationKind.Guarded, "one", "two").Id);
    }

    [Fact]
    public void FiveThreads_MeetInFiveColumns()
    {
        string report = ViolationText.Report(Ring(ViolationKind.Cycle, "t1", "t2", "t3", "t4", "t5"));
        string[] drawing = [.. report.Split('\n').SkipWhile(line => line != "how they meet:").Skip(1)];
        Assert.Equal(["t1", "t2", "t3", "t4", "t5"], drawing[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(5, drawing.Count(line => line.TrimStart().StartsWith("holds ", StringComparison.Ordinal)));
        Assert.Equal(5, drawing.Count(line => line.TrimStart().StartsWith("waits for ", StringComparison.Ordinal)));
    }

    [Fact]
    public void OneThreadOnEverySide_IsDrawnAsSeveral()
    {
        string report = ViolationText.Report(Ring(ViolationKind.Inversion, "main", "main"));
        Assert.Contains("main (2)", report, StringComparison.Ordinal);
    }

    [Fact]
    public void PseudoLock_IsLabelled()
    {
        var body = new Acquisition(new LockClass("flush") { IsPseudo = true }, 1);
        var violation = new Violation(ViolationKind.Recursion, "main", body, [new HeldLock(body)]) { Against = new HeldLock(body) };
        Assert.Contains("flush (a wait, not a lock)", violation.Message, StringComparison.Ordinal);
    }

    private static Violation Ring(ViolationKind kind, params string[] flows) => Ring(kind, flows, line: 1);

    private static Violation Ring(ViolationKind kind, string first, string second, int line) => Ring(kind, [first, second], line);

    private static Violation Ring(ViolationKind kind, string[] flows, int line)
    {
        Acquisition Of(int number) =>
            new(new LockClass("C" + number % flows.Length), number % flows.Length + 1) { Site = new AcquisitionSite("Ring.cs", line + number) };

        CycleEdge[] edges =
        [
            .. flows.Select((flow, i) => new CycleEdge(
                Of(i).Name, Of(i + 1).Name, LockMode.Write, LockMode.Write, EdgeProvenance.Observed, new EdgeWitness(Of(i), Of(i + 1), flow))),
        ];
        var held = new HeldLock(Of(0));
        return new Violation(kind, flows[0], Of(1), [held])
        {
            Against = held,
            Cycle = edges,
            Gates = kind == ViolationKind.Guarded ? ["Gate"] : [],
            Waits = [.. flows.Select((flow, i) => new LockWait(flow, Of(i + 1), [new HeldLock(Of(i))]))],
        };
    }
}
