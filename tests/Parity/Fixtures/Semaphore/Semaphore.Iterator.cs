// The iterator takes _idle when it is first moved, which Return does under _leased.
using LockGraph;

namespace Parity.SemaphoreIterator;

public sealed class ConnectionPool
{
    private readonly TrackedSemaphore _idle = new(1, 1);
    private readonly TrackedSemaphore _leased = new(1, 1);
    private readonly List<int> _slots = [];
    private int _busy;

    public static void Run()
    {
        var connectionPool = new ConnectionPool();
        connectionPool.Lease(5);
        connectionPool.Return();
    }

    public void Lease(int slots)
    {
        _idle.Wait();
        try
        {
            _slots.Add(slots);
            _leased.Wait(); // expect-any: LG1002 ConnectionPool._idle > ConnectionPool._leased
            try
            {
                _busy++;
            }
            finally
            {
                _leased.Release();
            }
        }
        finally
        {
            _idle.Release();
        }
    }

    public void Return()
    {
        _leased.Wait();
        try
        {
            foreach (int one in All()) // expect-any: LG1002 ConnectionPool._idle > ConnectionPool._leased
            {
                _busy += one;
            }
        }
        finally
        {
            _leased.Release();
        }
    }

    public IEnumerable<int> All()
    {
        int[] copy;
        _idle.Wait(); // expect-any: LG1002 ConnectionPool._idle > ConnectionPool._leased
        try
        {
            copy = [.. _slots];
        }
        finally
        {
            _idle.Release();
        }
        foreach (int one in copy)
        {
            yield return one;
        }
    }
}
