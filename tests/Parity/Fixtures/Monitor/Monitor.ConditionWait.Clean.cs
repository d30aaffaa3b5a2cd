// One lock, a tested condition, a pulse under the lock.
using LockGraph;

namespace Parity.MonitorConditionWaitClean;

public sealed class Conveyor
{
    private readonly TrackedMonitor _belt = new();
    private readonly Queue<int> _parts = [];

    public static void Run()
    {
        var conveyor = new Conveyor();
        var consumer = new Thread(() => conveyor.Take());
        consumer.Start();
        conveyor.Put(5);
        consumer.Join();
    }

    public int Take()
    {
        using (_belt.EnterScope())
        {
            while (_parts.Count == 0)
            {
                _belt.Wait();
            }

            return _parts.Dequeue();
        }
    }

    public void Put(int part)
    {
        using (_belt.EnterScope())
        {
            _parts.Enqueue(part);
            _belt.Pulse();
        }
    }
}
