// Dispatcher calls Archive through IReceiver under its lock; nobody comes back under a lock.
using LockGraph;

namespace Parity.MonitorInterfaceClean;

public sealed class Dispatcher(IReceiver archive)
{
    private readonly TrackedMonitor _vans = new();
    private int _assigned;

    public static void Run()
    {
        var archive = new Archive();
        var dispatcher = new Dispatcher(archive);
        dispatcher.Assign(5);
        archive.Reread(dispatcher);
    }

    public void Assign(int stops)
    {
        _vans.Enter();
        try
        {
            _assigned += stops;
            archive.Receive(stops);
        }
        finally
        {
            _vans.Exit();
        }
    }

    public int Recall()
    {
        _vans.Enter();
        try
        {
            return _assigned;
        }
        finally
        {
            _vans.Exit();
        }
    }
}

public interface IReceiver
{
    void Receive(int stops);
}

public sealed class Archive : IReceiver
{
    private readonly TrackedMonitor _letters = new();
    private int _lettersSeen;

    public void Receive(int stops)
    {
        _letters.Enter();
        try
        {
            _lettersSeen += stops;
        }
        finally
        {
            _letters.Exit();
        }
    }

    public void Reread(Dispatcher source)
    {
        int seen = source.Recall();
        _letters.Enter();
        try
        {
            _lettersSeen = seen;
        }
        finally
        {
            _letters.Exit();
        }
    }
}
