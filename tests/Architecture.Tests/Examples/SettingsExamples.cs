using LockGraph;

namespace Bank;

public class SettingsExamples
{
    [Fact]
    public void ValidatorOfItsOwn_SeesTheLocksMadeInItsScope()
    {
        var seen = new CollectingSink();
        var validator = new LockOrderValidator(new ValidatorSettings { Mode = LockGraphMode.Assert, HeldLimit = 2, Sinks = [seen] });
        using (validator.MakeCurrent())
        {
            TrackedLock a = new("a"), b = new("b"), c = new("c");
            a.Enter();
            b.Enter();
            Assert.Throws<LockOrderViolationException>(() => c.Enter());
            Assert.False(c.IsHeldByCurrentThread);
            b.Exit();
            a.Exit();
        }

        Assert.Equal(ViolationKind.HeldLimit, Assert.Single(seen.Violations).Kind);
    }

    [Fact]
    public void Defect_IsThrownOnceAndGoesOn()
    {
        var validator = new LockOrderValidator(new ValidatorSettings { Mode = LockGraphMode.Assert });
        using IDisposable scope = validator.MakeCurrent();
        TrackedLock a = new("a"), b = new("b");
        using (a.EnterScope())
        using (b.EnterScope())
        {
        }

        void Backwards()
        {
            using (b.EnterScope())
            using (a.EnterScope())
            {
            }
        }

        Assert.Throws<LockOrderViolationException>(Backwards);
        Backwards();
        Assert.Single(validator.Violations);
    }

    [Fact]
    public void TriedLock_GetsNoEdgeAndGivesSome()
    {
        var validator = new LockOrderValidator();
        using IDisposable scope = validator.MakeCurrent();
        TrackedLock a = new("a"), b = new("b"), c = new("c");
        a.Enter();
        Assert.True(b.TryEnter());
        c.Enter();
        c.Exit();
        b.Exit();
        a.Exit();
        Assert.Equal(["a > c", "b > c"], ObservedOrder.Of(validator));
    }

    [Fact]
    public void CommonGate_GuardsAnInversionUntilItIsLeftOut()
    {
        var validator = new LockOrderValidator();
        using IDisposable scope = validator.MakeCurrent();
        TrackedLock gate = new("gate"), a = new("a"), b = new("b");
        void Nest(TrackedLock outer, TrackedLock inner)
        {
            using (outer.EnterScope())
            using (inner.EnterScope())
            {
            }
        }

        using (gate.EnterScope())
        {
            Nest(a, b);
            Nest(b, a);
        }

        Assert.Equal(["LG1006"], validator.Violations.Select(found => found.RuleId));
        Nest(b, a);
        Assert.Equal(["LG1006", "LG1002"], validator.Violations.Select(found => found.RuleId));
    }
}
