// _text is declared to come before _comments, and does.
using LockGraph;

namespace Parity.AsyncLockDeclaredClean;

public sealed class Document
{
    [AcquiredBefore("_comments")]
    private readonly TrackedAsyncLock _text = new();

    private readonly TrackedAsyncLock _comments = new();
    private int _edited;
    private int _noted;

    public static async Task RunAsync()
    {
        var document = new Document();
        await document.EditAsync(5);
    }

    public async Task EditAsync(int characters)
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
