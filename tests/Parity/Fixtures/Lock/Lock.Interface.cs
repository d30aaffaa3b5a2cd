// Treasury calls AuditLog through IAuditTrail under its lock; the way back is under the other lock.
using LockGraph;

namespace Parity.LockInterface;

public sealed class Treasury(IAuditTrail auditLog)
{
    private readonly TrackedLock _vault = new();
    private int _stored;

    public static void Run()
    {
        var auditLog = new AuditLog();
        var treasury = new Treasury(auditLog);
        treasury.Deposit(5);
        auditLog.Rewrite(treasury);
    }

    public void Deposit(int units)
    {
        using (_vault.EnterScope())
        {
            _stored += units;
            auditLog.Note(units); // expect-any: LG1002 AuditLog._lines > Treasury._vault
        }
    }

    public int Redeem()
    {
        using (_vault.EnterScope()) // expect-any: LG1002 AuditLog._lines > Treasury._vault
        {
            return _stored;
        }
    }
}

public interface IAuditTrail
{
    void Note(int units);
}

public sealed class AuditLog : IAuditTrail
{
    private readonly TrackedLock _lines = new();
    private int _linesSeen;

    public void Note(int units)
    {
        using (_lines.EnterScope()) // expect-any: LG1002 AuditLog._lines > Treasury._vault
        {
            _linesSeen += units;
        }
    }

    public void Rewrite(Treasury source)
    {
        using (_lines.EnterScope())
        {
            _linesSeen = source.Redeem(); // expect-any: LG1002 AuditLog._lines > Treasury._vault
        }
    }
}
