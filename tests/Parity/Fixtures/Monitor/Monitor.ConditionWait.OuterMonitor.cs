// The wait takes its monitor again under the lock that was taken inside it: that is the other order.
using LockGraph;

namespace Parity.MonitorConditionWaitOuterMonitor;

public sealed class Kitchen
{
    private readonly TrackedMonitor _orders = new();
    private readonly TrackedMonitor _stove = new();
    private int _cooking;

    public static void Run()
    {
        var kitchen = new Kitchen();
        kitchen.Cook();
    }

    public void Cook()
    {
        using (_orders.EnterScope())
        {
            using (_stove.EnterScope()) // expect-any: LG1002 Kitchen._orders > Kitchen._stove
            {
                for (_cooking = 0; _cooking < 2; _cooking++)
                {
                    _orders.Wait(1); // expect-any: LG3005 Kitchen._stove > Kitchen._orders; LG1002 Kitchen._orders > Kitchen._stove
                }
            }
        }
    }
}
