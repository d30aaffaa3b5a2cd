// The iterator takes _sessions when it is first moved; Renew takes _tokens between the moves.
using LockGraph;

namespace Parity.AsyncLockIteratorClean;

public sealed class SessionStore
{
    private readonly TrackedAsyncLock _sessions = new();
    private readonly TrackedAsyncLock _tokens = new();
    private readonly List<int> _clients = [];
    private int _renewed;

    public static void Run()
    {
        var sessionStore = new SessionStore();
        sessionStore.Open(5);
        sessionStore.Renew();
    }

    public void Open(int clients)
    {
        using (_sessions.Lock())
        {
            _clients.Add(clients);
            using (_tokens.Lock())
            {
                _renewed++;
            }
        }
    }

    public void Renew()
    {
        foreach (int one in All())
        {
            using (_tokens.Lock())
            {
                _renewed += one;
            }
        }
    }

    public IEnumerable<int> All()
    {
        int[] copy;
        using (_sessions.Lock())
        {
            copy = [.. _clients];
        }
        foreach (int one in copy)
        {
            yield return one;
        }
    }
}
