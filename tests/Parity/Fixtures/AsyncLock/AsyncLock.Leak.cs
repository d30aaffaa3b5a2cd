// The early return keeps _tracks.
using LockGraph;

namespace Parity.AsyncLockLeak;

public sealed class Playlist
{
    private readonly TrackedAsyncLock _tracks = new();
    private int _added;

    public static void Run()
    {
        var playlist = new Playlist();
        playlist.Add(5);
    }

    public void Add(int songs)
    {
        TrackedAsyncLock.Releaser tracks = _tracks.Lock(); // expect: LG2004 Playlist._tracks
        _added += songs;
        if (_added > 3)
        {
            return;
        }

        tracks.Dispose();
    }
}
