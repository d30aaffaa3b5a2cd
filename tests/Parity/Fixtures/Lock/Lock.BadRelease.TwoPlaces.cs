// Two methods give back what they do not hold; each is a defect of its own.
using LockGraph;

namespace Parity.LockBadReleaseTwoPlaces;

public sealed class Cloakroom
{
    private readonly TrackedLock _hooks = new();
    private int _coats;

    public static void Run()
    {
        var cloakroom = new Cloakroom();
        foreach (Action give in new Action[] { cloakroom.Return, cloakroom.Lose })
        {
            try
            {
                give();
            }
            catch (SynchronizationLockException)
            {
                cloakroom._coats = 0;
            }
        }
    }

    public void Return()
    {
        _coats--;
        _hooks.Exit(); // expect: LG2005 Cloakroom._hooks
    }

    public void Lose()
    {
        _coats -= 2;
        _hooks.Exit(); // expect: LG2005 Cloakroom._hooks
    }
}
