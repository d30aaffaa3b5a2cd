// The iterator takes _text when it is first moved, which Comment does under _comments.
using LockGraph;

namespace Parity.AsyncLockIterator;

public sealed class Document
{
    private readonly TrackedAsyncLock _text = new();
    private readonly TrackedAsyncLock _comments = new();
    private readonly List<int> _characters = [];
    private int _noted;

    public static void Run()
    {
        var document = new Document();
        document.Edit(5);
        document.Comment();
    }

    public void Edit(int characters)
    {
        using (_text.Lock())
        {
            _characters.Add(characters);
            using (_comments.Lock()) // expect-any: LG1002 Document._comments > Document._text
            {
                _noted++;
            }
        }
    }

    public void Comment()
    {
        using (_comments.Lock())
        {
            foreach (int one in All()) // expect-any: LG1002 Document._comments > Document._text
            {
                _noted += one;
            }
        }
    }

    public IEnumerable<int> All()
    {
        int[] copy;
        using (_text.Lock()) // expect-any: LG1002 Document._comments > Document._text
        {
            copy = [.. _characters];
        }
        foreach (int one in copy)
        {
            yield return one;
        }
    }
}
