// Hand over hand: _tracks is given back under _cover, and _cover under _shares.
using LockGraph;

namespace Parity.AsyncLockOutOfOrderRelease;

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
        await playlist.ShareAsync();
    }

    public async Task AddAsync(int songs)
    {
        TrackedAsyncLock.Releaser cover;
        TrackedAsyncLock.Releaser shares;
        TrackedAsyncLock.Releaser tracks = await _tracks.LockAsync();
        try
        {
            _added += songs;
            cover = await _cover.LockAsync();
        }
        finally
        {
            tracks.Dispose();
        }

        try
        {
            _painted++;
            shares = await _shares.LockAsync(); // expect-any: LG1002 Playlist._cover > Playlist._shares
        }
        finally
        {
            cover.Dispose();
        }

        try
        {
            _added--;
        }
        finally
        {
            shares.Dispose();
        }
    }

    public async Task ShareAsync()
    {
        using (await _shares.LockAsync())
        {
            using (await _cover.LockAsync()) // expect-any: LG1002 Playlist._cover > Playlist._shares
            {
                _painted = 0;
            }
        }
    }
}
