using LockGraph;

[assembly: LockOrder("Shop.Store._shelves", "Shop.Order._lines")]
[assembly: LockHierarchy(Strict = true)]

namespace Shop;

internal sealed class Store
{
    private readonly TrackedLock _shelves = new();

    [AcquiredBefore("_shelves")]
    private readonly TrackedLock _till = new();

    public TrackedLock Shelves => _shelves;

    public TrackedLock Till => _till;
}

internal sealed class Order
{
    private readonly TrackedLock _lines = new();

    public TrackedLock Lines => _lines;
}

public class DeclaredOrderExamples
{
    [Fact]
    public void AcquisitionAgainstThePromise_IsFoundWithoutACounterpart()
    {
        var validator = new LockOrderValidator();
        using IDisposable scope = validator.MakeCurrent();
        var store = new Store();
        var order = new Order();
        using (order.Lines.EnterScope())
        using (store.Shelves.EnterScope())
        {
        }

        Violation found = Assert.Single(validator.Violations);
        Assert.Equal(("LG1001", ViolationKind.DeclaredOrder), (found.RuleId, found.Kind));
        Assert.Contains("against the declared order Shop.Store._shelves > Shop.Order._lines", found.Message, StringComparison.Ordinal);
        Assert.Equal(2, found.Cycle.Count);
        Assert.Empty(validator.DeclarationErrors);
    }

    [Fact]
    public void Promises_AreTransitive()
    {
        var validator = new LockOrderValidator();
        using IDisposable scope = validator.MakeCurrent();
        var store = new Store();
        var order = new Order();
        using (order.Lines.EnterScope())
        using (store.Till.EnterScope())
        {
        }

        Assert.Contains("Shop.Store._till > Shop.Store._shelves > Shop.Order._lines", Assert.Single(validator.Violations).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NestingThatAStrictHierarchyDoesNotImply_IsReported()
    {
        var validator = new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Build([]) });
        validator.Declare(
            OrderDeclaration.Chain("review of May", "root", "left"),
            OrderDeclaration.Chain("review of May", "root", "right"),
            OrderDeclaration.Strict("review of May", "root", "left", "right"));
        using IDisposable scope = validator.MakeCurrent();
        TrackedLock left = new("left"), right = new("right");
        using (left.EnterScope())
        using (right.EnterScope())
        {
        }

        Assert.Equal(ViolationKind.UndeclaredNesting, Assert.Single(validator.Violations).Kind);
    }

    [Fact]
    public void PromiseThatComesLate_JudgesWhatWasSeen()
    {
        var validator = new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty });
        using IDisposable scope = validator.MakeCurrent();
        TrackedLock a = new("a"), b = new("b");
        using (a.EnterScope())
        using (b.EnterScope())
        {
        }

        Assert.Empty(validator.Violations);
        validator.Declare(OrderDeclaration.Before("review of May", outer: "b", inner: "a"));
        Assert.Equal(ViolationKind.DeclaredOrder, Assert.Single(validator.Violations).Kind);
    }

    [Fact]
    public void ContradictingPromises_AreAnErrorWithItsPlaces()
    {
        var validator = new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty });
        validator.Declare(OrderDeclaration.Before("first place", "a", "b"), OrderDeclaration.Before("second place", "b", "a"));
        OrderDeclarationError error = Assert.Single(validator.DeclarationErrors);
        Assert.Equal("LG9002", error.RuleId);
        Assert.Contains("a before b (first place); b before a (second place)", error.Message, StringComparison.Ordinal);
    }
}
