// Taking the trail apart takes a lock.
using LockGraph;

namespace Parity.LockDeconstruction;

public sealed class Trail
{
    private readonly TrackedLock _markers = new();
    private readonly TrackedLock _weather = new();
    private int _length = 7;
    private int _height = 2;

    public static void Run()
    {
        var trail = new Trail();
        trail.Forecast();
        trail.Extend(3);
    }

    public void Deconstruct(out int length, out int height)
    {
        using (_markers.EnterScope()) // expect-any: LG1002 Trail._markers > Trail._weather
        {
            length = _length;
            height = _height;
        }
    }

    public void Forecast()
    {
        using (_weather.EnterScope())
        {
            (int length, int height) = this; // expect-any: LG1002 Trail._markers > Trail._weather
            _height = length + height;
        }
    }

    public void Extend(int length)
    {
        using (_markers.EnterScope())
        {
            using (_weather.EnterScope()) // expect-any: LG1002 Trail._markers > Trail._weather
            {
                _length += length;
            }
        }
    }
}
