// The second lock is taken two calls further down.
using LockGraph;

namespace Parity.AsyncLockAcrossMethods;

public sealed class Playlist
{
    private readonly TrackedAsyncLock _tracks = new();
    private readonly TrackedAsyncLock _cover = new();
    private int _added;
    private int _painted;

    public static async Task RunAsync()
    {
        var playlist = new Playlist();
        await playlist.AddAsync(5);
        await playlist.PaintAsync();
    }

    public async Task AddAsync(int songs)
    {
        using (await _tracks.LockAsync())
        {
            _added += songs;
            await PropagateAsync(songs); // expect-any: LG1002 Playlist._cover > Playlist._tracks
        }
    }

    public async Task PaintAsync()
    {
        using (await _cover.LockAsync())
        {
            _painted = await CurrentAsync(); // expect-any: LG1002 Playlist._cover > Playlist._tracks
        }
    }

    private async Task PropagateAsync(int songs)
    {
        await AdjustAsync(songs);
    }

    private async Task AdjustAsync(int songs)
    {
        using (await _cover.LockAsync()) // expect-any: LG1002 Playlist._cover > Playlist._tracks
        {
            _painted += songs;
        }
    }

    private async Task<int> CurrentAsync()
    {
        using (await _tracks.LockAsync()) // expect-any: LG1002 Playlist._cover > Playlist._tracks
        {
            return _added;
        }
    }
}
