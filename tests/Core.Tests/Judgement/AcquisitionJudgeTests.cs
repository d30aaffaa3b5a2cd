using Declared = LockGraph.Core.DeclaredOrder;

namespace LockGraph.Core.Tests.Judging;

/// <summary>The judge alone: what is held, what is wanted, what was promised; no runtime, no graph.</summary>
public class AcquisitionJudgeTests
{
    private static readonly LockClass _a = new("A");
    private static readonly LockClass _b = new("B");
    private static readonly LockClass _c = new("C");

    [Fact]
    public void NothingHeld_IsFineAndTeachesNothing() => AssertJudged([], new Acquisition(_a, 1), "Held");

    [Fact]
    public void EveryHeldLock_GivesAnEdgeWithTheGatesOutsideIt() =>
        AssertJudged([new(_a, 1), new(_b, 2) { Mode = LockMode.Read }, new(_c, 3)], new Acquisition(new LockClass("D"), 4), "Held A>D{} B>D{1} C>D{1}");

    [Fact]
    public void PseudoLock_IsNoGate() =>
        AssertJudged([new(new LockClass("task") { IsPseudo = true }, 1), new(_a, 2)], new Acquisition(_b, 3), "Held task>B{} A>B{}");

    [Fact]
    public void Try_TeachesNothingAndIsNotOrdered() => AssertJudged(
        [new(_b, 1)], new Acquisition(_a, 2) { Kind = AcquisitionKind.Try }, "Held", Declared.Build([OrderDeclaration.Before("x", "A", "B")]));

    [Fact]
    public void Timed_OrdersLikeATry() => AssertJudged([new(_b, 1)], new Acquisition(_a, 2) { Kind = AcquisitionKind.Timed }, "Held");

    [Theory]
    [InlineData(false, LockMode.Write, LockMode.Write, "Recursion")]
    [InlineData(true, LockMode.Write, LockMode.Write, "Reentry")]
    [InlineData(false, LockMode.Read, LockMode.Read, "Recursion")]
    [InlineData(true, LockMode.Read, LockMode.Read, "Reentry")]
    [InlineData(true, LockMode.Read, LockMode.Write, "Recursion")]
    [InlineData(true, LockMode.Write, LockMode.Read, "Reentry")]
    [InlineData(false, LockMode.Upgrade, LockMode.Upgrade, "Recursion")]
    [InlineData(false, LockMode.Upgrade, LockMode.Read, "Reentry")]
    [InlineData(false, LockMode.Upgrade, LockMode.Write, "Held")]
    [InlineData(false, LockMode.Read, LockMode.Upgrade, "Recursion")]
    [InlineData(false, LockMode.Read, LockMode.ReadRecursive, "Reentry")]
    [InlineData(false, LockMode.Write, LockMode.ReadRecursive, "Recursion")]
    public void SameInstance_IsReentryChangeOfModeOrRecursion(bool reentrant, LockMode held, LockMode wanted, string verdict)
    {
        var @class = new LockClass("L") { Reentrant = reentrant };
        string expected = verdict == "Recursion" ? "Held !Recursion/L" : verdict;
        AssertJudged([new(@class, 1) { Mode = held }], new Acquisition(@class, 1) { Mode = wanted }, expected);
    }

    [Fact]
    public void OtherInstanceOfTheClass_IsInvalidNesting() => AssertJudged([new(_a, 1)], new Acquisition(_a, 2), "Held !InvalidNesting/A");

    [Fact]
    public void AscendingRank_MayNestAndIsOrderedAsAClassOfItsOwn() =>
        AssertJudged([new(_a, 1)], new Acquisition(_a, 2) { Subclass = 1 }, "Held A>A#1{}");

    [Fact]
    public void DescendingRank_IsInvalidNesting() =>
        AssertJudged([new(_a, 1) { Subclass = 1 }], new Acquisition(_a, 2), "Held !InvalidNesting/A#1 A#1>A{}");

    [Theory]
    [InlineData(1, 2, "Held")]
    [InlineData(2, 2, "Held !InvalidNesting/A")]
    [InlineData(3, 2, "Held !InvalidNesting/A")]
    public void OrderKeys_MustStrictlyAscend(int outer, int inner, string expected) =>
        AssertJudged([new(_a, 1) { OrderKey = outer }], new Acquisition(_a, 2) { OrderKey = inner }, expected);

    [Fact]
    public void KeyThatCannotBeCompared_OrdersNothing() =>
        AssertJudged([new(_a, 1) { OrderKey = "one" }], new Acquisition(_a, 2) { OrderKey = 2 }, "Held !InvalidNesting/A");

    [Fact]
    public void ClassNobodyNamed_MayNest() =>
        AssertJudged([new(new LockClass("L") { Nesting = SameClassNesting.InstanceOrder }, 1)], new Acquisition(new LockClass("L") { Nesting = SameClassNesting.InstanceOrder }, 2), "Held");

    [Fact]
    public void NestLock_AdmitsTheSecondOfTheClassWithoutEdges() =>
        AssertJudged([new(_c, 9), new(_a, 1) { NestLock = 9 }, new(_b, 2)], new Acquisition(_a, 3) { NestLock = 9 }, "HeldUnderNestLock");

    [Fact]
    public void NestLockThatIsNotHeld_IsAViolation() =>
        AssertJudged([], new Acquisition(_a, 1) { NestLock = 9, NestLockName = "C" }, "Held !NestLockNotHeld/");

    [Fact]
    public void LimitIsExceeded_ByTheAcquisitionAfterIt()
    {
        Acquisition[] held = [new(_a, 1), new(_b, 2)];
        AssertJudged(held, new Acquisition(_c, 3), "Held A>C{} B>C{1}", limit: 3);
        AssertJudged(held, new Acquisition(_c, 3), "Held !HeldLimit/ A>C{} B>C{1}", limit: 2);
    }

    [Fact]
    public void MaxHeld_CountsTheClassAlone()
    {
        var @class = new LockClass("L") { MaxHeld = 2 };
        Acquisition[] held = [new(_a, 9), new(@class, 1) { OrderKey = 1 }, new(@class, 2) { OrderKey = 2 }];
        AssertJudged(held, new Acquisition(@class, 3) { OrderKey = 3 }, "Held !ClassHeldLimit/ A>L{}");
    }

    [Theory]
    [InlineData(WaitType.Spin, WaitType.Block, true)]
    [InlineData(WaitType.Spin, WaitType.SpinOrBlock, true)]
    [InlineData(WaitType.SpinOrBlock, WaitType.Async, true)]
    [InlineData(WaitType.Spin, WaitType.Spin, false)]
    [InlineData(WaitType.Block, WaitType.Async, false)]
    [InlineData(WaitType.Async, WaitType.Block, false)]
    [InlineData(WaitType.Free, WaitType.Block, false)]
    public void WaitThatIsSlowerThanWhatIsHeld_IsAViolation(WaitType held, WaitType wanted, bool isViolation) => AssertJudged(
        [new(_a, 1) { WaitType = held }], new Acquisition(_b, 2) { WaitType = wanted }, isViolation ? "Held !WaitType/A A>B{}" : "Held A>B{}");

    [Fact]
    public void AgainstThePromise_IsAViolationAlsoThroughOthers() => AssertJudged(
        [new(_c, 1)], new Acquisition(_a, 2), "Held !DeclaredOrder/C C>A{}", Declared.Build([OrderDeclaration.Chain("x", "A", "B", "C")]));

    [Fact]
    public void BesideThePromise_IsAViolationInAStrictHierarchyOnly()
    {
        Acquisition[] held = [new(_a, 1)];
        AssertJudged(held, new Acquisition(_b, 2), "Held !UndeclaredNesting/A A>B{}", Declared.Build([OrderDeclaration.Strict("x", "A", "B")]));
        AssertJudged(held, new Acquisition(_b, 2), "Held A>B{}", Declared.Build([OrderDeclaration.Strict("x", "A", "B"), OrderDeclaration.Before("y", "A", "B")]));
        AssertJudged(held, new Acquisition(_b, 2), "Held A>B{}", Declared.Build([OrderDeclaration.Strict("x", "A", "C")]));
    }

    private static void AssertJudged(
        Acquisition[] held, Acquisition wanted, string expected, Declared? declared = null, int limit = AcquisitionJudge.Unlimited)
    {
        HeldLock[] stack = [.. held.Select(acquisition => new HeldLock(acquisition))];
        LockGraph.Core.Judgement judgement = AcquisitionJudge.Judge(stack, wanted, declared ?? Declared.Empty, limit);
        IEnumerable<string> told =
        [
            judgement.Outcome.ToString(),
            .. judgement.Verdicts.Select(verdict => $"!{verdict.Kind}/{verdict.Against?.Acquisition.Name}"),
            .. judgement.Edges.Select(edge => $"{edge.Outer.Acquisition.Name}>{wanted.Name}{{{string.Join(',', edge.Gates.Instances)}}}"),
        ];
        Assert.Equal(expected, string.Join(' ', told));
    }
}
