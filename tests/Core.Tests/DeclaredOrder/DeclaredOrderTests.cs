using Declared = LockGraph.Core.DeclaredOrder;

namespace LockGraph.Core.Tests.Declarations;

public class DeclaredOrderTests
{
    [Fact]
    public void Chains_AreTransitiveAlsoThroughEachOther()
    {
        Declared order = Declared.Build([OrderDeclaration.Chain("one", "A", "B", "C"), OrderDeclaration.Before("two", "C", "D")]);
        Assert.True(order.IsBefore("A", "D"));
        Assert.False(order.IsBefore("D", "A"));
        Assert.False(order.IsBefore("A", "A"));
        Assert.Equal(["A", "B", "C", "D"], order.Path("A", "D"));
        Assert.Equal("two", order.PlaceOf("C", "D"));
        Assert.Null(order.PlaceOf("A", "D"));
        Assert.Empty(order.Errors);
    }

    [Fact]
    public void Contradiction_IsOneErrorThatNamesEveryPlaceAndOrdersNothing()
    {
        Declared order = Declared.Build(
        [
            OrderDeclaration.Chain("first.cs:1", "A", "B"),
            OrderDeclaration.Chain("second.cs:2", "B", "C", "A"),
            OrderDeclaration.Before("third.cs:3", "C", "D"),
        ]);
        OrderDeclarationError error = Assert.Single(order.Errors);
        Assert.Equal((OrderDeclarationErrorKind.Contradiction, "first.cs:1", "LG9002"), (error.Kind, error.Place, error.RuleId));
        Assert.Equal(
            "The declared order contradicts itself: A before B (first.cs:1); B before C (second.cs:2); C before A (second.cs:2).", error.Message);
        Assert.False(order.IsBefore("A", "B"));
        Assert.False(order.IsBefore("B", "A"));
        Assert.True(order.IsBefore("A", "D"));
    }

    [Fact]
    public void ClassBeforeItself_IsAContradiction() =>
        Assert.Equal(OrderDeclarationErrorKind.Contradiction, Assert.Single(Declared.Build([OrderDeclaration.Before("x", "A", "A")]).Errors).Kind);

    [Fact]
    public void TwoContradictions_AreTwoErrors() =>
        Assert.Equal(["x", "z"], Declared.Build([OrderDeclaration.Chain("x", "A", "B", "A"), OrderDeclaration.Chain("z", "P", "Q", "P")]).Errors.Select(error => error.Place));

    [Fact]
    public void EndingOfOneName_MeansThatClass()
    {
        Declared order = Declared.Build([OrderDeclaration.Chain("x", "Account._gate", "Journal._gate#1")], ["Bank.Account._gate", "Bank.Journal._gate"]);
        Assert.True(order.IsBefore("Bank.Account._gate", "Bank.Journal._gate#1"));
        Assert.Empty(order.Errors);
    }

    [Fact]
    public void UnknownAndAmbiguousNames_AreErrorsWithTheirPlace()
    {
        Declared order = Declared.Build([OrderDeclaration.Chain("x.cs:9", "_gate", "Nowhere")], ["Bank.Account._gate", "Bank.Journal._gate"]);
        Assert.Equal(
            [
                (OrderDeclarationErrorKind.AmbiguousName, "x.cs:9", "'_gate' in x.cs:9 fits several lock classes; write more of the name."),
                (OrderDeclarationErrorKind.UnknownName, "x.cs:9", "'Nowhere' in x.cs:9 names no lock class."),
            ],
            order.Errors.Select(error => (error.Kind, error.Place, error.Message)));
    }

    [Fact]
    public void StrictHierarchy_HoldsPairsOfItsOwnClassesOnly()
    {
        Declared order = Declared.Build([OrderDeclaration.Strict("x", "A", "B"), OrderDeclaration.Strict("y", "P", "Q")]);
        Assert.True(order.IsStrictPair("B", "A"));
        Assert.False(order.IsStrictPair("A", "P"));
    }
}
