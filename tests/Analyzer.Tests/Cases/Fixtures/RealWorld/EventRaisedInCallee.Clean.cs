public sealed class Model
{
    private readonly object _values = new();
    private int _value;

    public event EventHandler? Changed;

    public void Set(int value)
    {
        lock (_values)
        {
            _value = value;
        }

        OnChanged();
    }

    public int Get()
    {
        lock (_values) { return _value; }
    }

    private void OnChanged() => Changed?.Invoke(this, EventArgs.Empty);
}

public sealed class View
{
    private readonly object _paint = new();
    private readonly Model _model;

    public View(Model model)
    {
        _model = model;
        model.Changed += OnModelChanged;
    }

    public int Paint()
    {
        lock (_paint)
        {
            return _model.Get();
        }
    }

    private void OnModelChanged(object? sender, EventArgs e)
    {
        lock (_paint) { }
    }
}
