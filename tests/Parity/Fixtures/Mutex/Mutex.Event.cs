// Scanned is raised under the lock of its source; the subscriber has a lock of its own.
using LockGraph;

namespace Parity.MutexEvent;

public sealed class Scanner
{
    private readonly TrackedMutex _lamp = new();
    private int _scanned;

    public event EventHandler<int>? Scanned;

    public static void Run()
    {
        var scanner = new Scanner();
        var deviceLog = new DeviceLog(scanner);
        scanner.Scan(5);
        deviceLog.Reprint();
    }

    public void Scan(int sheets)
    {
        _lamp.WaitOne();
        try
        {
            _scanned += sheets;
            Scanned?.Invoke(this, sheets); // expect-any: LG1002 DeviceLog._sheets > Scanner._lamp
        }
        finally
        {
            _lamp.ReleaseMutex();
        }
    }

    public int Current()
    {
        _lamp.WaitOne(); // expect-any: LG1002 DeviceLog._sheets > Scanner._lamp
        try
        {
            return _scanned;
        }
        finally
        {
            _lamp.ReleaseMutex();
        }
    }
}

public sealed class DeviceLog
{
    private readonly Scanner _source;
    private readonly TrackedMutex _sheets = new();
    private int _last;

    public DeviceLog(Scanner source)
    {
        _source = source;
        _source.Scanned += OnScanned;
    }

    public void Reprint()
    {
        _sheets.WaitOne();
        try
        {
            _last = _source.Current(); // expect-any: LG1002 DeviceLog._sheets > Scanner._lamp
        }
        finally
        {
            _sheets.ReleaseMutex();
        }
    }

    private void OnScanned(object? sender, int sheets)
    {
        _sheets.WaitOne(); // expect-any: LG1002 DeviceLog._sheets > Scanner._lamp
        try
        {
            _last = sheets;
        }
        finally
        {
            _sheets.ReleaseMutex();
        }
    }
}
