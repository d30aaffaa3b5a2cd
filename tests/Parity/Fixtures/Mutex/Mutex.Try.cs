// Scan only tries _lamp, but what it got it holds while it waits for _sled.
using LockGraph;

namespace Parity.MutexTry;

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
        if (_lamp.WaitOne(0))
        {
            try
            {
                _scanned += sheets;
                _sled.WaitOne(); // expect-any: LG1002 Scanner._lamp > Scanner._sled
                try
                {
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
