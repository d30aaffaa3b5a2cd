// Edit only tries _text, but what it got it holds while it waits for _comments.
using LockGraph;

namespace Parity.AsyncLockTry;

public sealed class Document
{
    private readonly TrackedAsyncLock _text = new();
    private readonly TrackedAsyncLock _comments = new();
    private int _edited;
    private int _noted;

    public static void Run()
    {
        var document = new Document();
        document.Edit(5);
        document.Comment();
    }

    public void Edit(int characters)
    {
        if (_text.TryLock(out TrackedAsyncLock.Releaser text))
        {
            using (text)
            {
                _edited += characters;
                using (_comments.Lock()) // expect-any: LG1002 Document._comments > Document._text
                {
                    _noted++;
                }
            }
        }
    }

    public void Comment()
    {
        using (_comments.Lock())
        {
            using (_text.Lock()) // expect-any: LG1002 Document._comments > Document._text
            {
                _noted = _edited;
            }
        }
    }
}
