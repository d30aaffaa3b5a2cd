// The chain orders all three, also the first and the last; the last is taken first here, two calls apart.
using LockGraph;

[assembly: LockOrder("Parity.LockDeclaredChain.Orchestra._conductor", "Parity.LockDeclaredChain.Orchestra._strings", "Parity.LockDeclaredChain.Orchestra._brass")]

namespace Parity.LockDeclaredChain;

public sealed class Orchestra
{
    private readonly TrackedLock _conductor = new();
    private readonly TrackedLock _strings = new();
    private readonly TrackedLock _brass = new();
    private int _tempo;

    public static void Run()
    {
        var orchestra = new Orchestra();
        orchestra.Play();
        orchestra.Cue();
    }

    public void Play()
    {
        using (_conductor.EnterScope())
        {
            using (_strings.EnterScope())
            {
                _tempo++;
            }
        }
    }

    public void Cue()
    {
        using (_brass.EnterScope())
        {
            Ask(); // expect-any: LG1001 Orchestra._brass > Orchestra._conductor
        }
    }

    private void Ask() => Look();

    private void Look()
    {
        using (_conductor.EnterScope()) // expect-any: LG1001 Orchestra._brass > Orchestra._conductor
        {
            _tempo--;
        }
    }
}
