// Warehouse calls AuditLog through IAuditTrail under its lock; nobody comes back under a lock.
using LockGraph;

namespace Parity.LockInterfaceClean;

public sealed class Warehouse(IAuditTrail auditLog)
{
    private readonly TrackedLock _shelves = new();
    private int _shipped;

    public static void Run()
    {
        var auditLog = new AuditLog();
        var warehouse = new Warehouse(auditLog);
        warehouse.Ship(5);
        auditLog.Rewrite(warehouse);
    }

    public void Ship(int pieces)
    {
        using (_shelves.EnterScope())
        {
            _shipped += pieces;
            auditLog.Note(pieces);
        }
    }

    public int Restock()
    {
        using (_shelves.EnterScope())
        {
            return _shipped;
        }
    }
}

public interface IAuditTrail
{
    void Note(int pieces);
}

public sealed class AuditLog : IAuditTrail
{
    private readonly TrackedLock _lines = new();
    private int _linesSeen;

    public void Note(int pieces)
    {
        using (_lines.EnterScope())
        {
            _linesSeen += pieces;
        }
    }

    public void Rewrite(Warehouse source)
    {
        int seen = source.Restock();
        using (_lines.EnterScope())
        {
            _linesSeen = seen;
        }
    }
}
