// assembly: Lib
namespace Lib;

public sealed class Queue
{
    private readonly object _starting = new();
    private readonly object _gate = new();
    private int _left;

    public event Action? Drained;

    public int Left
    {
        get
        {
            lock (_gate)
            {
                return _left;
            }
        }
    }

    // The ring is entered at its first member, and the second is called under the lock alone.
    public void Start()
    {
        lock (_starting)
        {
            _left++;
            First();
        }
    }

    public void Drain()
    {
        lock (_gate)
        {
            Second();
        }
    }

    private void First()
    {
        if (_left > 0)
        {
            Second();
        }

        Drained?.Invoke();
    }

    private void Second()
    {
        _left--;
        First();
    }
}
// assembly: User
using Lib;

public sealed class Consumer
{
    private readonly object _own = new();
    private readonly Queue _queue;

    public Consumer(Queue queue)
    {
        _queue = queue;
        _queue.Drained += OnDrained;
    }

    public int Look()
    {
        lock (_own)
        {
            return _queue.Left; // expect-any: LG1002
        }
    }

    private void OnDrained()
    {
        lock (_own) // expect-any: LG1002
        {
        }
    }
}
