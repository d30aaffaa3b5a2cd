// Scan and Park take _lamp and _sled in opposite orders.
using LockGraph;

namespace Parity.MutexNested;

public sealed class Scanner
{
    private readonly TrackedMutex _lamp = new();
    private readonly TrackedMutex _sled = new();
    private int _scanned;
    private int _parked;

    public static void Run()
    {
        var scanner = new Scanner();
        scanner.Scan(5);
        scanner.Park();
    }

    public void Scan(int sheets)
    {
        _lamp.WaitOne();
        try
        {
            _sled.WaitOne(); // expect-any: LG1002 Scanner._lamp > Scanner._sled
            try
            {
                _scanned += sheets;
                _parked++;
            }
            finally
            {
                _sled.ReleaseMutex();
            }
        }
        finally
        {
            _lamp.ReleaseMutex();
        }
    }

    public void Park()
    {
        _sled.WaitOne();
        try
        {
            _lamp.WaitOne(); // expect-any: LG1002 Scanner._lamp > Scanner._sled
            try
            {
                _parked = _scanned;
            }
            finally
            {
                _lamp.ReleaseMutex();
            }
        }
        finally
        {
            _sled.ReleaseMutex();
        }
    }
}
