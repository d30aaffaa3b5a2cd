// Two methods give back what they do not hold; each is a defect of its own.
// differs: a release and a pulse have no line at run time, where those of one class are told once.
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
        _hooks.Exit(); // expect-static: LG2005 Cloakroom._hooks
    }
}
