public sealed class Library
{
    private readonly object _shelves = new();
    private readonly object _loans = new();
    private int _books;

    public void Lend()
    {
        bool takenShelves = false;
        try
        {
            Monitor.Enter(_shelves, ref takenShelves);
            bool takenLoans = false;
            try
            {
                Monitor.Enter(_loans, ref takenLoans); // expect-any: LG1002
                _books++;
            }
            finally
            {
                if (takenLoans) Monitor.Exit(_loans);
            }
        }
        finally
        {
            if (takenShelves) Monitor.Exit(_shelves);
        }
    }

    public void Return()
    {
        bool takenLoans = false;
        try
        {
            Monitor.Enter(_loans, ref takenLoans);
            bool takenShelves = false;
            try
            {
                Monitor.Enter(_shelves, ref takenShelves); // expect-any: LG1002
                _books++;
            }
            finally
            {
                if (takenShelves) Monitor.Exit(_shelves);
            }
        }
        finally
        {
            if (takenLoans) Monitor.Exit(_loans);
        }
    }
}
