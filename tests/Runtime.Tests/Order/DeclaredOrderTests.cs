namespace LockGraph.Runtime.Tests.Order;

public class DeclaredOrderTests
{
    [Fact]
    public void AgainstADeclaredChain_IsReportedAtTheFirstAcquisition()
    {
        LockOrderValidator validator = Promising(OrderDeclaration.Chain("here", "A", "B", "C"));
        new Script(validator).Nest("one", "C A");
        Violation violation = Assert.Single(validator.Violations);
        Assert.Equal(ViolationKind.DeclaredOrder, violation.Kind);
        Assert.Contains("A > B > C", violation.Message, StringComparison.Ordinal);
        Assert.Contains("here", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithTheDeclaredChain_IsFine()
    {
        LockOrderValidator validator = Promising(OrderDeclaration.Chain("here", "A", "B", "C"));
        new Script(validator).Nest("one", "A C").Nest("one", "B C").Nest("one", "A B C");
        Assert.Empty(validator.Violations);
    }

    [Fact]
    public void AClassThatIsSpelledLikeARank_IsNotARankOfAnother()
    {
        LockOrderValidator validator = Promising(OrderDeclaration.Before("here", "file", "A"), OrderDeclaration.Before("here", "B", "file#2"));
        new Script(validator).Nest("one", "B file#2").Nest("one", "A file#2");
        Assert.Empty(validator.Violations);
        OrderSnapshot snapshot = validator.TakeSnapshot();
        Assert.Single(snapshot.Classes, one => one.Name == "file#2" && one.Subclass == 0);
        Assert.DoesNotContain(snapshot.Edges, edge => edge.Outer == "file#2");
    }

    [Fact]
    public void ObservedEdgesThatGoRoundAPromise_AreACycleWithIt()
    {
        LockOrderValidator validator = Promising(OrderDeclaration.Before("here", "A", "B"));
        new Script(validator).Nest("one", "B X").Nest("two", "X A");
        Violation violation = validator.The(ViolationKind.Cycle);
        Assert.Equal("A > B > X > A", violation.Ring());
        Assert.Equal(EdgeProvenance.Declared, violation.Cycle[0].Provenance);
        Assert.Null(violation.Cycle[0].Witness);
    }

    [Fact]
    public void StrictHierarchy_ReportsNestingsThatItDoesNotImply()
    {
        LockOrderValidator validator = Promising(
            OrderDeclaration.Chain("here", "A", "B"), OrderDeclaration.Chain("there", "A", "C"), OrderDeclaration.Strict("here", "A", "B", "C"));
        new Script(validator).Nest("one", "A B").Nest("one", "A C").Nest("one", "B D").Nest("one", "B C");
        Assert.Equal([ViolationKind.UndeclaredNesting], validator.Kinds());
    }

    [Fact]
    public void ContradictoryDeclarations_AreErrorsAndOrderNothing()
    {
        LockOrderValidator validator = Promising(OrderDeclaration.Before("here", "A", "B"), OrderDeclaration.Before("there", "B", "A"));
        new Script(validator).Nest("one", "A B");
        Assert.Empty(validator.Violations);
        OrderDeclarationError error = Assert.Single(validator.DeclarationErrors);
        Assert.Equal(OrderDeclarationErrorKind.Contradiction, error.Kind);
        Assert.Contains("here", error.Message, StringComparison.Ordinal);
        Assert.Contains("there", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PromiseAboutAClass_BindsItsRanks()
    {
        LockOrderValidator validator = Promising(OrderDeclaration.Before("here", "A", "B"));
        ExecutionFlow flow = validator.OpenFlow("one");
        validator.Acquire(flow, new AcquisitionRequest(validator.CreateInstance(new LockClass("B"), subclass: 2)));
        validator.Acquire(flow, new AcquisitionRequest(validator.CreateInstance(new LockClass("A"), subclass: 1)));
        Assert.Equal([ViolationKind.DeclaredOrder], validator.Kinds());
    }

    [Fact]
    public void TryAgainstTheDeclaredOrder_IsFine()
    {
        LockOrderValidator validator = Promising(OrderDeclaration.Before("here", "A", "B"));
        new Script(validator).Nest("one", "B ?A");
        Assert.Empty(validator.Violations);
    }

    [Fact]
    public void ModeAssert_ThrowsBeforeTheLockIsTaken()
    {
        var validator = new LockOrderValidator(new ValidatorSettings
        {
            Mode = LockGraphMode.Assert,
            DeclaredOrder = DeclaredOrder.Build([OrderDeclaration.Before("here", "A", "B")]),
        });
        using (validator.MakeCurrent())
        {
            var a = new TrackedMonitor("A");
            var b = new TrackedMonitor("B");
            b.Enter();
            Assert.Throws<LockOrderViolationException>(() => a.Enter());
            Assert.False(a.IsEntered);
            b.Exit();
        }
    }

    [Fact]
    public void AttributesOfTheAssembly_AreReadWhenItsFirstLockIsMade()
    {
        var validator = new LockOrderValidator();
        using (validator.MakeCurrent())
        {
            var declared = new DeclaredHolder();
            Nest(declared.Later, declared.Earlier);
            Assert.Equal([ViolationKind.DeclaredOrder], validator.Kinds());
            Nest(declared.Last, declared.First);
            Assert.Equal([ViolationKind.DeclaredOrder, ViolationKind.DeclaredOrder], validator.Kinds());
            Nest(declared.First, declared.Aside);
            Assert.Equal(ViolationKind.UndeclaredNesting, validator.Kinds()[^1]);
        }
    }

    [Fact]
    public void AttributesThatNameNothing_AreErrorsWithTheirPlace()
    {
        var validator = new LockOrderValidator();
        using (validator.MakeCurrent())
        {
            _ = new DeclaredHolder();
        }

        OrderDeclarationError error = Assert.Single(validator.DeclarationErrors);
        Assert.Equal(OrderDeclarationErrorKind.UnknownName, error.Kind);
        Assert.Contains("_nowhere", error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(DeclaredHolder) + ".Misspelled", error.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void PromiseThatArrivesWhileAnAcquisitionIsJudged_JudgesItToo()
    {
        LockOrderValidator validator = Promising();
        using (validator.MakeCurrent())
        {
            var key = new ActingKey(() => validator.Declare(OrderDeclaration.Before("here", "A", "B")));
            TrackedMonitor[] ordered = [new(new LockClass("A")) { OrderKey = key }, new(new LockClass("A")) { OrderKey = key }];
            var inner = new TrackedMonitor("B");
            ordered[0].Enter();
            Assert.True(inner.TryEnter());
            ordered[1].Enter();
            Assert.Equal([ViolationKind.DeclaredOrder], validator.Kinds());
        }
    }

    /// <summary>A key below every other, which acts the first time that it is compared.</summary>
    private sealed class ActingKey(Action act) : IComparable
    {
        private Action? _act = act;

        public int CompareTo(object? obj)
        {
            Interlocked.Exchange(ref _act, null)?.Invoke();
            return -1;
        }
    }

    private static LockOrderValidator Promising(params OrderDeclaration[] declarations) =>
        new(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Build(declarations) });

    private static void Nest(TrackedMonitor outer, TrackedMonitor inner)
    {
        outer.Enter();
        inner.Enter();
        inner.Exit();
        outer.Exit();
    }
}
