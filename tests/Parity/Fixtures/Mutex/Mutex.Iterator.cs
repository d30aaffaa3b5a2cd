// The iterator takes _lamp when it is first moved, which Park does under _sled.
using LockGraph;

namespace Parity.MutexIterator;

public sealed class Scanner
{
    private readonly TrackedMutex _lamp = new();
    private readonly TrackedMutex _sled = new();
    private readonly List<int> _sheets = [];
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
            _sheets.Add(sheets);
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

    public void Park()
    {
        _sled.WaitOne();
        try
        {
            foreach (int one in All()) // expect-any: LG1002 Scanner._lamp > Scanner._sled
            {
                _parked += one;
            }
        }
        finally
        {
            _sled.ReleaseMutex();
        }
    }

    public IEnumerable<int> All()
    {
        int[] copy;
        _lamp.WaitOne(); // expect-any: LG1002 Scanner._lamp > Scanner._sled
        try
        {
            copy = [.. _sheets];
        }
        finally
        {
            _lamp.ReleaseMutex();
        }
        foreach (int one in copy)
        {
            yield return one;
        }
    }
}
