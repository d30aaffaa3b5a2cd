// Edit and Comment take _text and _comments in opposite orders.
using LockGraph;

namespace Parity.AsyncLockNested;

public sealed class Document
{
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
        using (await _text.LockAsync())
        {
            using (await _comments.LockAsync()) // expect-any: LG1002 Document._comments > Document._text
            {
                _edited += characters;
                _noted++;
            }
        }
    }

    public async Task CommentAsync()
    {
        using (await _comments.LockAsync())
        {
            using (await _text.LockAsync()) // expect-any: LG1002 Document._comments > Document._text
            {
                _noted = _edited;
            }
        }
    }
}
