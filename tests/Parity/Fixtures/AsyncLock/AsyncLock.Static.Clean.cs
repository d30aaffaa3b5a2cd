// Static locks of a static class; Comment takes them one after the other.
using LockGraph;

namespace Parity.AsyncLockStaticClean;

public static class Document
{
    private static readonly TrackedAsyncLock _text = new();
    private static readonly TrackedAsyncLock _comments = new();
    private static int _edited;
    private static int _noted;

    public static async Task RunAsync()
    {
        await EditAsync(5);
        await CommentAsync();
    }

    public static async Task EditAsync(int characters)
    {
        using (await _text.LockAsync())
        {
            using (await _comments.LockAsync())
            {
                _edited += characters;
                _noted++;
            }
        }
    }

    public static async Task CommentAsync()
    {
        using (await _text.LockAsync())
        {
            _edited++;
        }
        using (await _comments.LockAsync())
        {
            _noted = 0;
        }
    }
}
