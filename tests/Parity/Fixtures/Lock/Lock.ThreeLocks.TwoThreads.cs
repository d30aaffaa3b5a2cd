// Two threads, one after the other, each in an order of its own.
using LockGraph;

namespace Parity.LockThreeLocksTwoThreads;

public sealed class Bridge
{
    private readonly TrackedLock _north = new();
    private readonly TrackedLock _span = new();
    private readonly TrackedLock _south = new();
    private int _crossed;

    public static void Run()
    {
        var bridge = new Bridge();
        foreach (Action way in new Action[] { bridge.Southwards, bridge.Northwards })
        {
            var traveller = new Thread(() => way());
            traveller.Start();
            traveller.Join();
        }
    }

    public void Southwards()
    {
        using (_north.EnterScope())
        {
            using (_span.EnterScope()) // expect-any: LG1002 Bridge._north > Bridge._span
            {
                _crossed++;
            }
        }

        using (_south.EnterScope())
        {
            _crossed--;
        }
    }

    public void Northwards()
    {
        using (_south.EnterScope())
        {
            using (_span.EnterScope())
            {
                using (_north.EnterScope()) // expect-any: LG1002 Bridge._north > Bridge._span
                {
                    _crossed++;
                }
            }
        }
    }
}
