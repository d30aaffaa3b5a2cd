// No initializer names these locks, and so their classes are the lines that make them.
using LockGraph;

namespace Parity.MonitorNestedMadeInConstructor;

public sealed class Booth
{
    private readonly TrackedMonitor _window;
    private readonly TrackedMonitor _till;
    private int _tickets;

    public Booth()
    {
        _window = new TrackedMonitor();
        _till = new TrackedMonitor();
    }

    public static void Run()
    {
        var booth = new Booth();
        booth.Sell(2);
        booth.Close();
    }

    public void Sell(int tickets)
    {
        using (_window.EnterScope())
        {
            using (_till.EnterScope()) // expect-any: LG1002 Booth.ctor@Monitor.Nested.MadeInConstructor.cs:14 > Booth.ctor@Monitor.Nested.MadeInConstructor.cs:15
            {
                _tickets += tickets;
            }
        }
    }

    public void Close()
    {
        using (_till.EnterScope())
        {
            using (_window.EnterScope()) // expect-any: LG1002 Booth.ctor@Monitor.Nested.MadeInConstructor.cs:14 > Booth.ctor@Monitor.Nested.MadeInConstructor.cs:15
            {
                _tickets = 0;
            }
        }
    }
}
