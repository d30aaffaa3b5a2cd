// The task may need the lock that is held by whoever waits for it.
// static-only: a wait for a task is not seen while it runs.
using LockGraph;

namespace Parity.LockBlockingWaitTask;

public sealed class Importer
{
    private readonly TrackedLock _rows = new();
    private int _imported;

    public static void Run()
    {
        var importer = new Importer();
        importer.Import(Task.FromResult(5));
    }

    public void Import(Task<int> count)
    {
        using (_rows.EnterScope())
        {
            count.Wait(); // expect: LG3002 Importer._rows
            _imported++;
        }
    }
}
