// One order, under _revisions.
using LockGraph;

namespace Parity.AsyncLockGateClean;

public sealed class Document
{
    private readonly TrackedAsyncLock _revisions = new();
    private readonly TrackedAsyncLock _text = new();
    private readonly TrackedAsyncLock _comments = new();
    private int _edited;
    private int _noted;

    public static async Task RunAsync()
    {
        var document = new Document();
        await document.EditAsync(5);
        await document.CommentAsync();
    }

    public async Task EditAsync(int characters)
    {
        using (await _revisions.LockAsync())
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
    }

    public async Task CommentAsync()
    {
        using (await _revisions.LockAsync())
        {
            using (await _text.LockAsync())
            {
                using (await _comments.LockAsync())
                {
                    _noted = _edited;
                }
            }
        }
    }
}
