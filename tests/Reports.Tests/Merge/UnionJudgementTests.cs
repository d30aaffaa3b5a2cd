using LockGraph.Core;
using LockGraph.Reports.Tests.Snapshots;

namespace LockGraph.Reports.Tests.Merge;

/// <summary>What no run could see alone.</summary>
public sealed class UnionJudgementTests
{
    [Fact]
    public void HalvesFromTwoRuns_AreAnInversionWithTheNamesOfBoth()
    {
        OrderSnapshot union = Union(Run("shard-1", "a", "A.cs", "X", "Y"), Run("shard-2", "b", "B.cs", "Y", "X"));
        Violation found = Assert.Single(union.Violations);
        Assert.Equal((ViolationKind.Inversion, false, (string?)null), (found.Kind, found.SingleFlow, found.Run));
        Assert.Equal(["shard-1", "shard-2"], found.Cycle.Select(edge => edge.Witness!.Run!.Split('@')[0]));
        string report = ViolationText.Report(RunNames.Shorten(union).Violations[0]);
        Assert.Contains("first in a of shard-1", report, StringComparison.Ordinal);
        Assert.Contains("first in b of shard-2", report, StringComparison.Ordinal);
        Assert.Contains("Y is acquired while X is held (A.cs:2 in shard-1)", report, StringComparison.Ordinal);
    }

    [Fact]
    public void ThirdsFromThreeRuns_AreACycle() => Assert.Equal(
        ViolationKind.Cycle,
        Assert.Single(Union(Run("1", "a", "A.cs", "X", "Y"), Run("2", "b", "B.cs", "Y", "Z"), Run("3", "c", "C.cs", "Z", "X")).Violations).Kind);

    [Fact]
    public void SameFlowNameInTwoRuns_IsNotOneFlow() =>
        Assert.False(Assert.Single(Union(Run("1", "main", "A.cs", "X", "Y"), Run("2", "main", "B.cs", "Y", "X")).Violations).SingleFlow);

    [Fact]
    public void InversionOfOneRun_IsToldOnceWithItsRun()
    {
        Story story = new Story("shard").Nest("a", "A.cs", 1, "X", "Y").Nest("a", "A.cs", 9, "Y", "X");
        Violation found = Assert.Single(Union(story.Snapshot(), Run("other", "b", "B.cs", "P", "Q")).Violations);
        Assert.StartsWith("shard@", found.Run, StringComparison.Ordinal);
        Assert.True(found.SingleFlow);
    }

    [Fact]
    public void InversionOfTwoRuns_IsOneFindingAndNotOfOneFlow()
    {
        Story Twice(string run) => new Story(run).Nest("a", "A.cs", 1, "X", "Y").Nest("a", "A.cs", 9, "Y", "X");
        OrderSnapshot union = Union(Twice("1").Snapshot(), Twice("2").Snapshot());
        Assert.False(Assert.Single(union.Violations).SingleFlow);
        Assert.All(union.Runs, run => Assert.Single(run.Violations));
    }

    [Fact]
    public void AllOfOneRun_FindsNothingThatTheRunDidNot()
    {
        OrderSnapshot snapshot = Story.Bank("tests").Snapshot();
        Assert.Equal(snapshot.Violations.Select(violation => violation.Id), Union(snapshot).Violations.Select(violation => violation.Id));
    }

    [Fact]
    public void PromiseOfOneRunAgainstCodeOfAnother_IsAgainstTheDeclaredOrder()
    {
        OrderSnapshot union = Union(new Story("promises", "X", "Y", "Z").Snapshot(), Run("code", "a", "A.cs", "Z", "X"));
        Violation found = Assert.Single(union.Violations);
        Assert.Equal((ViolationKind.DeclaredOrder, "Z", "X"), (found.Kind, found.Against!.Acquisition.Name, found.Attempted.Name));
        Assert.StartsWith("X > Y > Z (as promises@", found.Detail, StringComparison.Ordinal);
        Assert.NotEmpty(found.Cycle);
    }

    [Fact]
    public void PromiseOfOneRunAndPathOfTwoOthers_IsACycle()
    {
        OrderSnapshot union = Union(new Story("promises", "X", "Y").Snapshot(), Run("1", "a", "A.cs", "Y", "Z"), Run("2", "b", "B.cs", "Z", "X"));
        Assert.Equal(ViolationKind.Cycle, Assert.Single(union.Violations).Kind);
    }

    [Fact]
    public void SameGateInBothRuns_IsGuarded()
    {
        Violation found = Assert.Single(Union(Run("1", "a", "A.cs", "Gate", "X", "Y"), Run("2", "b", "B.cs", "Gate", "Y", "X")).Violations);
        Assert.Equal((ViolationKind.Guarded, "Gate"), (found.Kind, Assert.Single(found.Gates)));
    }

    [Fact]
    public void GuardedInOneRunAndWithoutTheGateInAnother_IsAnInversionToo()
    {
        OrderSnapshot guarded = new Story("1").Nest("a", "A.cs", 1, "Gate", "X", "Y").Nest("b", "B.cs", 1, "Gate", "Y", "X").Snapshot();
        OrderSnapshot union = Union(guarded, Run("2", "c", "C.cs", "Y", "X"));
        Assert.Equal([ViolationKind.Guarded, ViolationKind.Inversion], union.Violations.Select(violation => violation.Kind).Order().Reverse());
        Assert.Null(union.Violations.Single(violation => violation.Kind == ViolationKind.Inversion).Run);
    }

    [Fact]
    public void NumberedGate_MeansNothingInAnotherRun()
    {
        Assert.Equal(["App.Gate"], Edges("App.Gate", "App.Gate").Gates);
        Assert.Empty(Edges("App.Gate #2", "App.Gate #2").Gates);

        static SnapshotEdge Edges(string one, string other) => Assert.Single(Union(Gated("1", one), Gated("2", other)).Edges);
        static OrderSnapshot Gated(string run, string gate) => new() { Run = run, Edges = [Run(run, "a", "A.cs", "X", "Y").Edges[0] with { Gates = [gate] }] };
    }

    [Fact]
    public void Counts_AreSumsOverRunsAndARunCountsOnce()
    {
        OrderSnapshot one = Run("1", "a", "A.cs", "X", "Y"), other = Run("2", "a", "A.cs", "X", "Y");
        SnapshotEdge edge = Assert.Single(Union(one, other, one, Union(one, other)).Edges);
        Assert.Equal((one.Edges[0].Count + other.Edges[0].Count, false), (edge.Count, edge.SingleFlow));
        Assert.Equal([(0, 1L), (1, 1L)], edge.Contributions.Select(entry => (entry.Run, entry.Count)));
    }

    [Fact]
    public void RunsOfOneName_AreTwoRunsUnlessTheyLearnedTheSame()
    {
        Assert.Equal(2, Union(Run("shard", "a", "A.cs", "X", "Y"), Run("shard", "a", "B.cs", "X", "Y")).Runs.Count);
        Assert.Single(Union(Run("shard", "a", "A.cs", "X", "Y"), Run("shard", "a", "A.cs", "X", "Y")).Runs);
    }

    [Fact]
    public void OwnFaults_AreAddedUpOncePerRun()
    {
        OrderSnapshot one = new() { Run = "1", OwnFaults = 2 }, other = new() { Run = "2", OwnFaults = 3 };
        Assert.Equal(5, Union(Union(one, other), other).OwnFaults);
    }

    [Fact]
    public void DeclaredOnly_DoesNotSpoilGatesOrFlow()
    {
        OrderSnapshot code = new Story("code").Nest("a", "A.cs", 1, "Gate", "X", "Y").Snapshot();
        SnapshotEdge edge = Union(new Story("promises", "X", "Y").Snapshot(), code).Edges.Single(edge => (edge.Outer, edge.Inner) == ("X", "Y"));
        Assert.Equal((EdgeProvenance.Declared | EdgeProvenance.Observed, true, "Gate"), (edge.Provenance, edge.SingleFlow, Assert.Single(edge.Gates)));
    }

    [Fact]
    public void ClassThatWasMade_DescribesItselfBetterThanOneThatWasDeclared()
    {
        LockClass made = new("X") { Primitive = "Monitor", Reentrant = true };
        OrderSnapshot one = new() { Run = "1", Classes = [new SnapshotClass(new LockClass("X") { Summary = "For all." }, 0)] };
        OrderSnapshot other = new() { Run = "2", Classes = [new SnapshotClass(made, 0)] };
        LockClass united = Assert.Single(Union(one, other).Classes).Class;
        Assert.Equal(("Monitor", true, "For all."), (united.Primitive, united.Reentrant, united.Summary));
    }

    private static OrderSnapshot Run(string run, string flow, string file, params string[] names) => new Story(run).Nest(flow, file, 1, names).Snapshot();

    private static OrderSnapshot Union(params OrderSnapshot[] snapshots) =>
        SnapshotBytes.Read(SnapshotBytes.Merge([.. snapshots.Select(SnapshotBytes.Write)]));
}
