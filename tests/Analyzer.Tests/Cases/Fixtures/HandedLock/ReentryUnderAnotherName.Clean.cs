public sealed class Cell
{
    private readonly object _sync;
    private int _value;

    public Cell(object sync)
    {
        _sync = sync;
    }

    public void Add(int value)
    {
        lock (_sync) { _value += value; }
    }

    public void AddTo(Cell other)
    {
        lock (_sync) { other.Add(_value); }
    }

    public void Tell(Sheet sheet)
    {
        lock (_sync) { sheet.Total(); }
    }
}

public sealed class Sheet
{
    private readonly object _cells = new();
    private readonly Cell _first;
    private readonly List<Cell> _others = [];

    public Sheet()
    {
        _first = new Cell(_cells);
        _others.Add(new(_cells));
    }

    public void Total()
    {
        lock (_cells)
        {
            _first.Add(1);
            foreach (Cell cell in _others)
            {
                cell.AddTo(_first);
            }
        }
    }
}
