public sealed class Library
{
    private SpinLock _shelves = new(false);
    private SpinLock _loans = new(false);
    private int _books;

    public void Lend()
    {
        bool takenShelves = false;
        try
        {
            _shelves.Enter(ref takenShelves);
            bool takenLoans = false;
            try
            {
                _loans.Enter(ref takenLoans);
                _books++;
            }
            finally
            {
                if (takenLoans) _loans.Exit();
            }
        }
        finally
        {
            if (takenShelves) _shelves.Exit();
        }
    }

    public void Return()
    {
        bool takenShelves = false;
        try
        {
            _shelves.Enter(ref takenShelves);
            bool takenLoans = false;
            try
            {
                _loans.Enter(ref takenLoans);
                _books++;
            }
            finally
            {
                if (takenLoans) _loans.Exit();
            }
        }
        finally
        {
            if (takenShelves) _shelves.Exit();
        }
    }
}
