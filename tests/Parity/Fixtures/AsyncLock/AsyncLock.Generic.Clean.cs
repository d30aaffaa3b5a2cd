// All instantiations of a generic type share its lock classes, and keep one order.
using LockGraph;

namespace Parity.AsyncLockGenericClean;

public static class PlaylistDemo
{
    public static async Task RunAsync()
    {
        var named = new Playlist<string>();
        var numbered = new Playlist<int>();
        await named.AddAsync("first", 5);
        await numbered.PaintAsync();
    }
}

public sealed class Playlist<TKey>
    where TKey : notnull
{
    private readonly TrackedAsyncLock _tracks = new();
    private readonly TrackedAsyncLock _cover = new();
    private readonly Dictionary<TKey, int> _bySongs = [];
    private int _painted;

    public async Task AddAsync(TKey key, int songs)
    {
        using (await _tracks.LockAsync())
        {
            _bySongs[key] = songs;
            using (await _cover.LockAsync())
            {
                _painted++;
            }
        }
    }

    public async Task PaintAsync()
    {
        using (await _tracks.LockAsync())
        {
            using (await _cover.LockAsync())
            {
                _painted = _bySongs.Count;
            }
        }
    }
}
