// One order, under _feeder.
using LockGraph;

namespace Parity.MutexGateClean;

public sealed class Scanner
{
    private readonly TrackedMutex _feeder = new();
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
        _feeder.WaitOne();
        try
        {
            _lamp.WaitOne();
            try
            {
                _sled.WaitOne();
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
        finally
        {
            _feeder.ReleaseMutex();
        }
    }

    public void Park()
    {
        _feeder.WaitOne();
        try
        {
            _lamp.WaitOne();
            try
            {
                _sled.WaitOne();
                try
                {
                    _parked = _scanned;
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
        finally
        {
            _feeder.ReleaseMutex();
        }
    }
}
