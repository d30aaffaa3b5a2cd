public sealed class Orchard
{
    private readonly Mutex _trees = new();
    private readonly Mutex _crates = new();
    private int _apples;

    public void Pick()
    {
        _trees.WaitOne();
        try
        {
            _crates.WaitOne();
            try
            {
                _apples++;
            }
            finally
            {
                _crates.ReleaseMutex();
            }
        }
        finally
        {
            _trees.ReleaseMutex();
        }
    }

    public void Pack()
    {
        _trees.WaitOne();
        try
        {
            _crates.WaitOne();
            try
            {
                _apples++;
            }
            finally
            {
                _crates.ReleaseMutex();
            }
        }
        finally
        {
            _trees.ReleaseMutex();
        }
    }
}
