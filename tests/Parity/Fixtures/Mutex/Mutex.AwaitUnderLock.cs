// Scan comes back on another thread, which does not hold _lamp.
// throws: ApplicationException
using LockGraph;

namespace Parity.MutexAwaitUnderLock;

public sealed class Scanner
{
    private readonly TrackedMutex _lamp = new();
    private int _scanned;

    public static async Task RunAsync()
    {
        var scanner = new Scanner();
        await scanner.ScanAsync(5);
    }

    public async Task ScanAsync(int sheets)
    {
        _lamp.WaitOne(); // expect-any: LG3001 Scanner._lamp
        try
        {
            await Task.Yield(); // expect-any: LG3001 Scanner._lamp
            _scanned += sheets;
        }
        finally
        {
            _lamp.ReleaseMutex();
        }
    }
}
