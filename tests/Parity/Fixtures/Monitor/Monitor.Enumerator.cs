// The foreach asks the choir for an enumerator, which is made under a lock.
using LockGraph;

namespace Parity.MonitorEnumerator;

public sealed class Choir
{
    private readonly TrackedMonitor _singers = new();
    private List<string> _names = ["Ann", "Bob"];

    public IEnumerator<string> GetEnumerator()
    {
        using (_singers.EnterScope()) // expect-any: LG1002 Choir._singers > Concert._program
        {
            return new List<string>(_names).GetEnumerator();
        }
    }

    public void Follow(Concert concert)
    {
        using (_singers.EnterScope())
        {
            _names = concert.Cast(); // expect-any: LG1002 Choir._singers > Concert._program
        }
    }
}

public sealed class Concert(Choir choir)
{
    private readonly TrackedMonitor _program = new();
    private readonly List<string> _cast = [];

    public static void Run()
    {
        var choir = new Choir();
        var concert = new Concert(choir);
        concert.Print();
        choir.Follow(concert);
    }

    public void Print()
    {
        using (_program.EnterScope())
        {
            foreach (string singer in choir) // expect-any: LG1002 Choir._singers > Concert._program
            {
                _cast.Add(singer);
            }
        }
    }

    public List<string> Cast()
    {
        using (_program.EnterScope()) // expect-any: LG1002 Choir._singers > Concert._program
        {
            return [.. _cast];
        }
    }
}
