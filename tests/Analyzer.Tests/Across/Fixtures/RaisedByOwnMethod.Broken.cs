// assembly: Lib
namespace Lib;

public sealed class Model
{
    private readonly object _gate = new();
    private int _value;

    public event EventHandler? Changed;

    public int Value
    {
        get
        {
            lock (_gate)
            {
                return _value;
            }
        }
        set
        {
            lock (_gate)
            {
                _value = value;
                OnChanged();
            }
        }
    }

    private void OnChanged() => Changed?.Invoke(this, EventArgs.Empty);
}

public sealed class Feed
{
    private readonly object _gate = new();

    public Action? Arrived { get; set; }

    public int Count { get; private set; }

    public void Push()
    {
        lock (_gate)
        {
            Count++;
            Tell();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            Count = 0;
        }
    }

    private void Tell() => TellAll();

    private void TellAll() => Arrived?.Invoke();
}
// assembly: User
using Lib;

public sealed class View
{
    private readonly object _own = new();
    private readonly Model _model;

    public View(Model model)
    {
        _model = model;
        _model.Changed += OnChanged;
    }

    public int Read()
    {
        lock (_own)
        {
            return _model.Value; // expect-any: LG1002 event
        }
    }

    private void OnChanged(object? sender, EventArgs e)
    {
        lock (_own) // expect-any: LG1002 event
        {
        }
    }
}

public sealed class Reader
{
    private readonly object _own = new();
    private readonly Feed _feed;

    public Reader(Feed feed)
    {
        _feed = feed;
        _feed.Arrived = OnArrived;
    }

    public void Reset()
    {
        lock (_own)
        {
            _feed.Clear(); // expect-any: LG1002 property
        }
    }

    private void OnArrived()
    {
        lock (_own) // expect-any: LG1002 property
        {
        }
    }
}
