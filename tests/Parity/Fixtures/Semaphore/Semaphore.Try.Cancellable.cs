// A wait that can be cancelled still waits until somebody cancels it.
using LockGraph;

namespace Parity.SemaphoreTryCancellable;

public sealed class Ferry
{
    private readonly TrackedSemaphore _deck = new(1, 1);
    private readonly TrackedSemaphore _ramp = new(1, 1);
    private int _loaded;

    public static void Run()
    {
        var ferry = new Ferry();
        using var stop = new CancellationTokenSource();
        ferry.Load(3, stop.Token);
        ferry.Unload(stop.Token);
    }

    public void Load(int cars, CancellationToken stop)
    {
        _deck.Wait(stop);
        try
        {
            _ramp.Wait(stop); // expect-any: LG1002 Ferry._deck > Ferry._ramp
            _loaded += cars;
            _ramp.Release();
        }
        finally
        {
            _deck.Release();
        }
    }

    public void Unload(CancellationToken stop)
    {
        _ramp.Wait(stop);
        try
        {
            _deck.Wait(stop); // expect-any: LG1002 Ferry._deck > Ferry._ramp
            _loaded = 0;
            _deck.Release();
        }
        finally
        {
            _ramp.Release();
        }
    }
}
