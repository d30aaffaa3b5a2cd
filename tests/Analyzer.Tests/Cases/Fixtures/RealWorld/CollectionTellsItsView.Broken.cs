using System.Collections.ObjectModel;
using System.Collections.Specialized;

public sealed class Orders
{
    private readonly object _orders = new();
    private readonly object _totals = new();
    private readonly ObservableCollection<int> _lines = [];
    private int _total;

    public Orders()
    {
        _lines.CollectionChanged += OnLinesChanged;
    }

    public void Add(int amount)
    {
        lock (_orders)
        {
            _lines.Add(amount); // expect-any: LG1002
        }
    }

    public int Total()
    {
        lock (_totals)
        {
            lock (_orders) { return _total; } // expect-any: LG1002
        }
    }

    private void OnLinesChanged(object? sender, NotifyCollectionChangedEventArgs e)
    {
        lock (_totals) { _total++; }
    }
}
