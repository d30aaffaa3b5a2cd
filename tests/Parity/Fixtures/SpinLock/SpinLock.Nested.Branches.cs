// Only one branch of the switch takes the second lock, and it is enough.
using LockGraph;

namespace Parity.SpinLockNestedBranches;

public sealed class Loom
{
    private readonly TrackedSpinLock _threads = new();
    private readonly TrackedSpinLock _shuttle = new();
    private int _woven;

    public static void Run()
    {
        var loom = new Loom();
        loom.Weave(0);
        loom.Weave(2);
        loom.Stop();
    }

    public void Weave(int pattern)
    {
        bool threads = false;
        try
        {
            _threads.Enter(ref threads);
            switch (pattern)
            {
                case 0:
                    _woven++;
                    break;
                case 1 or 2:
                    bool shuttle = false;
                    _shuttle.Enter(ref shuttle); // expect-any: LG1002 Loom._shuttle > Loom._threads
                    _woven += pattern;
                    _shuttle.Exit();
                    break;
            }
        }
        finally
        {
            if (threads)
            {
                _threads.Exit();
            }
        }
    }

    public void Stop()
    {
        bool shuttle = false;
        bool threads = false;
        _shuttle.Enter(ref shuttle);
        try
        {
            _threads.Enter(ref threads); // expect-any: LG1002 Loom._shuttle > Loom._threads
            _woven = 0;
            _threads.Exit();
        }
        finally
        {
            _shuttle.Exit();
        }
    }
}
