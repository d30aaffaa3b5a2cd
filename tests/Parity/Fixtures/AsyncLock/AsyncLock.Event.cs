// Edited is raised under the lock of its source; the subscriber has a lock of its own.
using LockGraph;

namespace Parity.AsyncLockEvent;

public sealed class Document
{
    private readonly TrackedAsyncLock _text = new();
    private int _edited;

    public event EventHandler<int>? Edited;

    public static void Run()
    {
        var document = new Document();
        var inspector = new Inspector(document);
        document.Edit(5);
        inspector.Revisit();
    }

    public void Edit(int characters)
    {
        using (_text.Lock())
        {
            _edited += characters;
            Edited?.Invoke(this, characters); // expect-any: LG1002 Document._text > Inspector._remarks
        }
    }

    public int Current()
    {
        using (_text.Lock()) // expect-any: LG1002 Document._text > Inspector._remarks
        {
            return _edited;
        }
    }
}

public sealed class Inspector
{
    private readonly Document _source;
    private readonly TrackedAsyncLock _remarks = new();
    private int _last;

    public Inspector(Document source)
    {
        _source = source;
        _source.Edited += OnEdited;
    }

    public void Revisit()
    {
        using (_remarks.Lock())
        {
            _last = _source.Current(); // expect-any: LG1002 Document._text > Inspector._remarks
        }
    }

    private void OnEdited(object? sender, int characters)
    {
        using (_remarks.Lock()) // expect-any: LG1002 Document._text > Inspector._remarks
        {
            _last = characters;
        }
    }
}
