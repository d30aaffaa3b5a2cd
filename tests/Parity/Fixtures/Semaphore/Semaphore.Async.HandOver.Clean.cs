// One flow takes the slot and another gives it back: a semaphore allows it.
using LockGraph;

namespace Parity.SemaphoreAsyncHandOverClean;

public sealed class Renderer
{
    private readonly TrackedSemaphore _slot = new(1, 1);
    private int _frames;

    public static async Task RunAsync()
    {
        var renderer = new Renderer();
        await await renderer.BeginAsync(2);
        await await renderer.BeginAsync(3);
    }

    public async Task<Task> BeginAsync(int frames)
    {
        await _slot.WaitAsync();
        return Task.Run(() => Render(frames));
    }

    private void Render(int frames)
    {
        try
        {
            _frames += frames;
        }
        finally
        {
            _slot.Release();
        }
    }
}
