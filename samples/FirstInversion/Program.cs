using LockGraph;

var bank = new Bank();
bank.Transfer();
try { bank.Audit(); }
catch (LockOrderViolationException found) { Console.Write(found.Message); }

internal sealed class Bank
{
    private readonly TrackedLock _accounts = new();
    private readonly TrackedLock _journal = new();

    public void Transfer() { using (_accounts.EnterScope()) using (_journal.EnterScope()) { } }

    public void Audit() { using (_journal.EnterScope()) using (_accounts.EnterScope()) { } }
}
