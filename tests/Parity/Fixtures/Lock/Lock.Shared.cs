// The worker is given the lock of the foreman, and keeps it under a name of its own.
using LockGraph;

namespace Parity.LockShared;

public sealed class Foreman
{
    private readonly TrackedLock _tasks = new();
    private readonly Worker _worker;
    private int _planned;

    public Foreman() => _worker = new Worker(_tasks);

    public static void Run()
    {
        var foreman = new Foreman();
        foreman.Plan(2);
        foreman._worker.Report();
    }

    public void Plan(int tasks)
    {
        using (_tasks.EnterScope())
        {
            _planned += tasks;
            _worker.Do(tasks); // expect-any: LG1002 Foreman._tasks > Worker._hands
        }
    }
}

public sealed class Worker(TrackedLock shared)
{
    private readonly TrackedLock _hands = new();
    private int _done;

    public void Do(int tasks)
    {
        using (_hands.EnterScope()) // expect-any: LG1002 Foreman._tasks > Worker._hands
        {
            _done += tasks;
        }
    }

    public void Report()
    {
        using (_hands.EnterScope())
        {
            using (shared.EnterScope()) // expect-any: LG1002 Foreman._tasks > Worker._hands
            {
                _done = 0;
            }
        }
    }
}
