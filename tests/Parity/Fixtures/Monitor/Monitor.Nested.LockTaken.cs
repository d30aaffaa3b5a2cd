// The flag tells the finally block whether there is something to give back.
using LockGraph;

namespace Parity.MonitorNestedLockTaken;

public sealed class Ferry
{
    private readonly TrackedMonitor _cars = new();
    private readonly TrackedMonitor _gangway = new();
    private int _loaded;

    public static void Run()
    {
        var ferry = new Ferry();
        ferry.Load(3);
        ferry.Board(5);
    }

    public void Load(int cars)
    {
        bool carsTaken = false;
        bool gangwayTaken = false;
        try
        {
            _cars.Enter(ref carsTaken);
            _gangway.Enter(ref gangwayTaken); // expect-any: LG1002 Ferry._cars > Ferry._gangway
            _loaded += cars;
        }
        finally
        {
            if (gangwayTaken)
            {
                _gangway.Exit();
            }

            if (carsTaken)
            {
                _cars.Exit();
            }
        }
    }

    public void Board(int people)
    {
        bool taken = false;
        try
        {
            _gangway.Enter(ref taken);
            using (_cars.EnterScope()) // expect-any: LG1002 Ferry._cars > Ferry._gangway
            {
                _loaded += people;
            }
        }
        finally
        {
            if (taken)
            {
                _gangway.Exit();
            }
        }
    }
}
