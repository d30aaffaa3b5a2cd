// The first reader of the value runs its factory, under whatever it holds.
using LockGraph;

namespace Parity.LockLazy;

public sealed class Atelier
{
    private readonly TrackedLock _easel = new();
    private readonly TrackedLock _paints = new();
    private readonly Lazy<int> _palette;
    private int _strokes;

    public Atelier() => _palette = new Lazy<int>(Mix);

    public static void Run()
    {
        var atelier = new Atelier();
        atelier.Paint();
        atelier.Refill();
    }

    public void Paint()
    {
        using (_easel.EnterScope())
        {
            _strokes += _palette.Value; // expect-any: LG1002 Atelier._easel > Atelier._paints
        }
    }

    public void Refill()
    {
        using (_paints.EnterScope())
        {
            using (_easel.EnterScope()) // expect-any: LG1002 Atelier._easel > Atelier._paints
            {
                _strokes = 0;
            }
        }
    }

    private int Mix()
    {
        using (_paints.EnterScope()) // expect-any: LG1002 Atelier._easel > Atelier._paints
        {
            return 3;
        }
    }
}
