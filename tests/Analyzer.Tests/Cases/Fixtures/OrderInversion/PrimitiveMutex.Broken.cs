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
            _crates.WaitOne(); // expect-any: LG1002
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
        _crates.WaitOne();
        try
        {
            _trees.WaitOne(); // expect-any: LG1002
            try
            {
                _apples++;
            }
            finally
            {
                _trees.ReleaseMutex();
            }
        }
        finally
        {
            _crates.ReleaseMutex();
        }
    }
}
