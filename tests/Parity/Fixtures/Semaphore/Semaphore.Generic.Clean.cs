// All instantiations of a generic type share its lock classes, and keep one order.
using LockGraph;

namespace Parity.SemaphoreGenericClean;

public static class PrintQueueDemo
{
    public static void Run()
    {
        var named = new PrintQueue<string>();
        var numbered = new PrintQueue<int>();
        named.Print("first", 5);
        numbered.Refill();
    }
}

public sealed class PrintQueue<TKey>
    where TKey : notnull
{
    private readonly TrackedSemaphore _pages = new(1, 1);
    private readonly TrackedSemaphore _trays = new(1, 1);
    private readonly Dictionary<TKey, int> _bySheets = [];
    private int _loaded;

    public void Print(TKey key, int sheets)
    {
        _pages.Wait();
        try
        {
            _bySheets[key] = sheets;
            _trays.Wait();
            try
            {
                _loaded++;
            }
            finally
            {
                _trays.Release();
            }
        }
        finally
        {
            _pages.Release();
        }
    }

    public void Refill()
    {
        _pages.Wait();
        try
        {
            _trays.Wait();
            try
            {
                _loaded = _bySheets.Count;
            }
            finally
            {
                _trays.Release();
            }
        }
        finally
        {
            _pages.Release();
        }
    }
}
