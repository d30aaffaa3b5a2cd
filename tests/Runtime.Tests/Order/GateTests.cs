namespace LockGraph.Runtime.Tests.Order;

public class GateTests : ValidatorTest
{
    private readonly Script _script;

    public GateTests() => _script = new Script(Validator);

    [Fact]
    public void BothOrdersUnderOneGate_AreGuardedAndOfLowerSeverity()
    {
        _script.Nest("one", "G A B").Nest("two", "G B A");
        Violation violation = Validator.The(ViolationKind.Guarded);
        Assert.Equal(ViolationSeverity.Info, violation.Severity);
        Assert.Equal(["G G"], violation.Gates);
    }

    [Fact]
    public void GateThatIsMissingLater_LeavesAFullInversion()
    {
        _script.Nest("one", "G A B").Nest("two", "G B A").Nest("one", "A B");
        Assert.Equal([ViolationKind.Guarded, ViolationKind.Inversion], Kinds);
    }

    [Theory]
    [InlineData("G.1 A B", "G.2 B A")]
    [InlineData("G:r A B", "G:r B A")]
    [InlineData("G A B", "B A")]
    public void GateThatExcludesNobody_IsNone(string one, string two)
    {
        _script.Nest("one", one).Nest("two", two);
        Assert.Equal([ViolationKind.Inversion], Kinds);
    }

    [Fact]
    public void OtherGateInstanceOnAValidatedChain_IsJudgedAgain()
    {
        _script.Nest("one", "G.1 A B").Nest("two", "G.1 B A").Nest("one", "G.1 A B");
        Assert.Equal([ViolationKind.Guarded], Kinds);
        _script.Nest("one", "G.2 A B");
        Assert.Equal([ViolationKind.Guarded, ViolationKind.Inversion], Kinds);
    }

    [Fact]
    public void BothChainsValidatedWithTheirOwnGates_AreAnInversionOnceTheyMeet()
    {
        _script.Nest("one", "G.1 A B").Nest("one", "G.1 A B").Nest("two", "G.2 B A");
        Assert.Equal([ViolationKind.Inversion], Kinds);
    }

    [Fact]
    public void OtherGateInstanceOnTheFastPath_IsJudgedAgain()
    {
        var gates = new TrackedMonitor[] { new("G"), new("G") };
        var a = new TrackedMonitor("A");
        var b = new TrackedMonitor("B");
        for (int i = 0; i < 3; i++)
        {
            Nest(gates[0], a, b);
            Nest(gates[0], b, a);
        }

        Assert.Equal([ViolationKind.Guarded], Kinds);
        Nest(gates[1], a, b);
        Assert.Equal([ViolationKind.Guarded, ViolationKind.Inversion], Kinds);
    }

    [Fact]
    public void GuardedInversion_DoesNotThrowInModeAssert()
    {
        LockOrderValidator asserting = Asserting();
        new Script(asserting).Nest("one", "G A B").Nest("two", "G B A");
        Assert.Equal([ViolationKind.Guarded], asserting.Kinds());
    }

    [Fact]
    public void ModeAssert_ThrowsWhenTheGateIsMissing()
    {
        LockOrderValidator asserting = Asserting();
        Script script = new Script(asserting).Nest("one", "G A B").Nest("two", "G B A");
        Assert.Throws<LockOrderViolationException>(() => script.Nest("one", "A B"));
    }
}
