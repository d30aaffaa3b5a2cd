public sealed class Shelf
{
    private readonly ReaderWriterLockSlim _books = new();
    private readonly Loans _loans = new();
    private readonly List<int> _numbers = [];

    public IEnumerable<int> Numbers
    {
        get
        {
            _books.EnterReadLock();
            try
            {
                foreach (int number in _numbers)
                {
                    yield return number; // expect: LG3001
                }
            }
            finally
            {
                _books.ExitReadLock();
            }
        }
    }

    public void Lend()
    {
        foreach (int number in Numbers.Where(number => number > 0))
        {
            if (number == 7)
            {
                break;
            }

            _loans.Add(number); // expect-any: LG1002
        }

        _loans.Clear(this);
    }

    public void Sort()
    {
        _books.EnterWriteLock();
        try
        {
            _numbers.Sort();
        }
        finally
        {
            _books.ExitWriteLock();
        }
    }
}

public sealed class Loans
{
    private readonly object _gate = new();
    private int _sum;

    public void Add(int number)
    {
        lock (_gate) { _sum += number; }
    }

    public void Clear(Shelf shelf)
    {
        lock (_gate)
        {
            _sum = 0;
            shelf.Sort(); // expect-any: LG1002
        }
    }
}
