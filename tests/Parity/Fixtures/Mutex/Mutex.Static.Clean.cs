// Static locks of a static class; Park takes them one after the other.
using LockGraph;

namespace Parity.MutexStaticClean;

public static class Scanner
{
    private static readonly TrackedMutex _lamp = new();
    private static readonly TrackedMutex _sled = new();
    private static int _scanned;
    private static int _parked;

    public static void Run()
    {
        Scan(5);
        Park();
    }

    public static void Scan(int sheets)
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

    public static void Park()
    {
        _lamp.WaitOne();
        try
        {
            _scanned++;
        }
        finally
        {
            _lamp.ReleaseMutex();
        }
        _sled.WaitOne();
        try
        {
            _parked = 0;
        }
        finally
        {
            _sled.ReleaseMutex();
        }
    }
}
