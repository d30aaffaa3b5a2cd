// Filled is raised after the lock of its source was given back.
using LockGraph;

namespace Parity.LockEventClean;

public sealed class Brokerage
{
    private readonly TrackedLock _orders = new();
    private int _filled;

    public event EventHandler<int>? Filled;

    public static void Run()
    {
        var brokerage = new Brokerage();
        var auditLog = new AuditLog(brokerage);
        brokerage.Fill(5);
        auditLog.Rewrite();
    }

    public void Fill(int shares)
    {
        using (_orders.EnterScope())
        {
            _filled += shares;
        }
        Filled?.Invoke(this, shares);
    }

    public int Current()
    {
        using (_orders.EnterScope())
        {
            return _filled;
        }
    }
}

public sealed class AuditLog
{
    private readonly Brokerage _source;
    private readonly TrackedLock _lines = new();
    private int _last;

    public AuditLog(Brokerage source)
    {
        _source = source;
        _source.Filled += OnFilled;
    }

    public void Rewrite()
    {
        using (_lines.EnterScope())
        {
            _last = _source.Current();
        }
    }

    private void OnFilled(object? sender, int shares)
    {
        using (_lines.EnterScope())
        {
            _last = shares;
        }
    }
}
