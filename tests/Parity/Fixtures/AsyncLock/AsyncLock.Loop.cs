// The inner lock is taken and given back in each round; the orders differ.
using LockGraph;

namespace Parity.AsyncLockLoop;

public sealed class Playlist
{
    private readonly TrackedAsyncLock _tracks = new();
    private readonly TrackedAsyncLock _cover = new();
    private int _added;
    private int _painted;

    public static async Task RunAsync()
    {
        var playlist = new Playlist();
        await playlist.AddAsync([1, 2, 3]);
        await playlist.PaintAsync();
    }

    public async Task AddAsync(int[] songs)
    {
        using (await _tracks.LockAsync())
        {
            foreach (int one in songs)
            {
                using (await _cover.LockAsync()) // expect-any: LG1002 Playlist._cover > Playlist._tracks
                {
                    _painted += one;
                }
            }
        }
    }

    public async Task PaintAsync()
    {
        using (await _cover.LockAsync())
        {
            for (int round = 0; round < 2; round++)
            {
                using (await _tracks.LockAsync()) // expect-any: LG1002 Playlist._cover > Playlist._tracks
                {
                    _added += _painted;
                }
            }
        }
    }
}
