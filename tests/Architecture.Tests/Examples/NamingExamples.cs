using LockGraph;

namespace Bank;

internal sealed class Account(int id)
{
    private readonly TrackedLock _gate = new();

    [LockClass("bank.history", Protects = "the entries of one account")]
    private readonly TrackedLock _history = new();

    private readonly TrackedLock _limits = new("bank.limits");

    public int Id => id;

    public TrackedLock Gate => _gate;

    public string[] ClassNames => [_gate.Class.Name, _history.Class.Name, _limits.Class.Name];
}

internal sealed class Cache<TKey>
{
    internal sealed class Shard
    {
        public readonly TrackedLock Gate = new();
    }
}

public class NamingExamples
{
    [Fact]
    public void Class_IsNamedByAttributeOrArgumentOrMember()
    {
        using IDisposable scope = new LockOrderValidator().MakeCurrent();
        Assert.Equal(["Bank.Account._gate", "bank.history", "bank.limits"], new Account(1).ClassNames);
        Assert.Equal("Bank.Cache<TKey>.Shard.Gate", new Cache<string>.Shard().Gate.Class.Name);
    }

    [Fact]
    public void ClassThatNoMemberHolds_IsNamedByItsPlace()
    {
        using IDisposable scope = new LockOrderValidator().MakeCurrent();
        var local = new TrackedLock();
        Assert.Matches(@"^Bank\.NamingExamples\.ClassThatNoMemberHolds_IsNamedByItsPlace@NamingExamples\.cs:\d+$", local.Class.Name);
    }

    [Fact]
    public void TwoAccounts_NeedAnOrder()
    {
        var validator = new LockOrderValidator();
        using IDisposable scope = validator.MakeCurrent();
        Account from = new(1), to = new(2);
        using (from.Gate.EnterScope())
        using (to.Gate.EnterScope())
        {
        }

        Assert.Equal(ViolationKind.InvalidNesting, Assert.Single(validator.Violations).Kind);
    }

    [Fact]
    public void AscendingKeys_AreAnOrder()
    {
        var validator = new LockOrderValidator();
        using IDisposable scope = validator.MakeCurrent();
        Account from = new(1), to = new(2);
        from.Gate.OrderKey = from.Id;
        to.Gate.OrderKey = to.Id;
        using (from.Gate.EnterScope())
        using (to.Gate.EnterScope())
        {
        }

        Assert.Empty(validator.Violations);
        using (to.Gate.EnterScope())
        using (from.Gate.EnterScope())
        {
        }

        Assert.Equal(ViolationKind.InvalidNesting, Assert.Single(validator.Violations).Kind);
    }

    [Fact]
    public void NestLock_MakesItsClassOneHold()
    {
        var validator = new LockOrderValidator();
        using IDisposable scope = validator.MakeCurrent();
        var all = new TrackedLock("bank.all");
        Account from = new(1), to = new(2);
        from.Gate.NestLock = all;
        to.Gate.NestLock = all;
        using (all.EnterScope())
        using (from.Gate.EnterScope())
        using (to.Gate.EnterScope())
        {
        }

        Assert.Empty(validator.Violations);
        using (from.Gate.EnterScope())
        {
        }

        Assert.Equal(ViolationKind.NestLockNotHeld, Assert.Single(validator.Violations).Kind);
    }
}
