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
            }

            OnChanged();
        }
    }

    private void OnChanged() => Changed?.Invoke(this, EventArgs.Empty);
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
            return _model.Value;
        }
    }

    private void OnChanged(object? sender, EventArgs e)
    {
        lock (_own)
        {
        }
    }
}
