// What a child flow takes comes after what its parent holds.
using LockGraph;

namespace Parity.AsyncLockAsyncChildren;

public sealed class Rehearsal
{
    private readonly TrackedAsyncLock _stage = new();
    private readonly TrackedAsyncLock _lights = new();
    private int _cues;

    public static async Task RunAsync()
    {
        var rehearsal = new Rehearsal();
        await rehearsal.BeginAsync();
        await rehearsal.DarkenAsync();
    }

    public async Task BeginAsync()
    {
        using (await _stage.LockAsync())
        {
            await Task.WhenAll(CueAsync(1), CueAsync(2)); // expect-any: LG1002 Rehearsal._lights > Rehearsal._stage
        }
    }

    public async Task DarkenAsync()
    {
        using (await _lights.LockAsync())
        {
            using (await _stage.LockAsync()) // expect-any: LG1002 Rehearsal._lights > Rehearsal._stage
            {
                _cues = 0;
            }
        }
    }

    private async Task CueAsync(int cue)
    {
        await Task.Yield();
        using (await _lights.LockAsync()) // expect-any: LG1002 Rehearsal._lights > Rehearsal._stage
        {
            _cues += cue;
        }
    }
}
