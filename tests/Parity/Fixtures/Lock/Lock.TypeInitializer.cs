// The first use of Leashes runs its type initializer, under whatever the user holds.
using LockGraph;

namespace Parity.LockTypeInitializer;

public sealed class Kennel
{
    private readonly TrackedLock _dogs = new();
    private int _walked;

    public static void Run()
    {
        var kennel = new Kennel();
        kennel.Walk();
        Leashes.Count(kennel);
    }

    public void Walk()
    {
        using (_dogs.EnterScope())
        {
            _walked += Leashes.Free; // expect-any: LG1002 Kennel._dogs > Leashes._rack
        }
    }

    public int Walked()
    {
        using (_dogs.EnterScope()) // expect-any: LG1002 Kennel._dogs > Leashes._rack
        {
            return _walked;
        }
    }
}

public static class Leashes
{
    private static readonly TrackedLock _rack = new();

#pragma warning disable CA1810 // The initializer is the point.
    static Leashes()
#pragma warning restore CA1810
    {
        using (_rack.EnterScope()) // expect-any: LG1002 Kennel._dogs > Leashes._rack
        {
            Free = 4;
        }
    }

    public static int Free { get; private set; }

    public static void Count(Kennel kennel)
    {
        using (_rack.EnterScope())
        {
            Free -= kennel.Walked(); // expect-any: LG1002 Kennel._dogs > Leashes._rack
        }
    }
}
