// Three locks, one line from the outermost to the innermost.
using LockGraph;

namespace Parity.AsyncLockThreeLocksClean;

public sealed class Playlist
{
    private readonly TrackedAsyncLock _tracks = new();
    private readonly TrackedAsyncLock _cover = new();
    private readonly TrackedAsyncLock _shares = new();
    private int _added;
    private int _painted;

    public static async Task RunAsync()
    {
        var playlist = new Playlist();
        await playlist.AddAsync(5);
        await playlist.PaintAsync();
        await playlist.ShareAsync();
    }

    public async Task AddAsync(int songs)
    {
        using (await _tracks.LockAsync())
        {
            using (await _cover.LockAsync())
            {
                _added += songs;
            }
        }
    }

    public async Task PaintAsync()
    {
        using (await _cover.LockAsync())
        {
            using (await _shares.LockAsync())
            {
                _painted = _added;
            }
        }
    }

    public async Task ShareAsync()
    {
        using (await _tracks.LockAsync())
        {
            using (await _shares.LockAsync())
            {
                _added = 0;
            }
        }
    }
}
