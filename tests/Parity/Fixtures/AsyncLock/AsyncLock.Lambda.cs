// Guarded runs what it is given under _tracks.
using LockGraph;

namespace Parity.AsyncLockLambda;

public sealed class Playlist
{
    private readonly TrackedAsyncLock _tracks = new();
    private readonly TrackedAsyncLock _cover = new();
    private int _added;
    private int _painted;

    public static void Run()
    {
        var playlist = new Playlist();
        playlist.Add(5);
        playlist.Paint();
    }

    public void Add(int songs)
    {
        Guarded(() =>
        {
            _added += songs;
            using (_cover.Lock()) // expect-any: LG1002 Playlist._cover > Playlist._tracks
            {
                _painted++;
            }
        });
    }

    public void Paint()
    {
        using (_cover.Lock())
        {
            Guarded(() => _added = _painted); // expect-any: LG1002 Playlist._cover > Playlist._tracks
        }
    }

    private void Guarded(Action body)
    {
        using (_tracks.Lock()) // expect-any: LG1002 Playlist._cover > Playlist._tracks
        {
            body(); // expect-any: LG1002 Playlist._cover > Playlist._tracks
        }
    }
}
