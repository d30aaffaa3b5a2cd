// The end of the using takes the lock of the batch while the log is held.
// runtime-only: the batch is new, so nobody else can hold its lock, as the source tells and a run by classes does not.
using LockGraph;

namespace Parity.MonitorDispose;

public sealed class Batch(ImportLog log) : IDisposable
{
    private readonly TrackedMonitor _rows = new();
    private int _count;

    public static void Run()
    {
        var log = new ImportLog();
        log.Import();
        new Batch(log).Fill();
    }

    public void Fill()
    {
        using (_rows.EnterScope())
        {
            _count = log.Written(); // expect-any: LG1002 Batch._rows > ImportLog._lines
        }
    }

    public void Dispose()
    {
        using (_rows.EnterScope()) // expect-any: LG1002 Batch._rows > ImportLog._lines
        {
            _count = 0;
        }
    }
}

public sealed class ImportLog
{
    private readonly TrackedMonitor _lines = new();
    private int _written;

    public void Import()
    {
        using (_lines.EnterScope())
        {
            using (new Batch(this)) // expect-any: LG1002 Batch._rows > ImportLog._lines
            {
                _written++;
            } // expect-any: LG1002 Batch._rows > ImportLog._lines
        }
    }

    public int Written()
    {
        using (_lines.EnterScope()) // expect-any: LG1002 Batch._rows > ImportLog._lines
        {
            return _written;
        }
    }
}
