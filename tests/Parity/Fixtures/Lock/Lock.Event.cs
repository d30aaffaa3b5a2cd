// Posted is raised under the lock of its source; the subscriber has a lock of its own.
using LockGraph;

namespace Parity.LockEvent;

public sealed class Ledger
{
    private readonly TrackedLock _entries = new();
    private int _posted;

    public event EventHandler<int>? Posted;

    public static void Run()
    {
        var ledger = new Ledger();
        var auditLog = new AuditLog(ledger);
        ledger.Post(5);
        auditLog.Rewrite();
    }

    public void Post(int amount)
    {
        using (_entries.EnterScope())
        {
            _posted += amount;
            Posted?.Invoke(this, amount); // expect-any: LG1002 AuditLog._lines > Ledger._entries
        }
    }

    public int Current()
    {
        using (_entries.EnterScope()) // expect-any: LG1002 AuditLog._lines > Ledger._entries
        {
            return _posted;
        }
    }
}

public sealed class AuditLog
{
    private readonly Ledger _source;
    private readonly TrackedLock _lines = new();
    private int _last;

    public AuditLog(Ledger source)
    {
        _source = source;
        _source.Posted += OnPosted;
    }

    public void Rewrite()
    {
        using (_lines.EnterScope())
        {
            _last = _source.Current(); // expect-any: LG1002 AuditLog._lines > Ledger._entries
        }
    }

    private void OnPosted(object? sender, int amount)
    {
        using (_lines.EnterScope()) // expect-any: LG1002 AuditLog._lines > Ledger._entries
        {
            _last = amount;
        }
    }
}
