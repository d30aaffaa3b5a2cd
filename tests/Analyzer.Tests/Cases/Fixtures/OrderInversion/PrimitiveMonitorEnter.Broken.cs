public sealed class Orchard
{
    private readonly object _trees = new();
    private readonly object _crates = new();
    private int _apples;

    public void Pick()
    {
        Monitor.Enter(_trees);
        try
        {
            Monitor.Enter(_crates); // expect-any: LG1002
            try
            {
                _apples++;
            }
            finally
            {
                Monitor.Exit(_crates);
            }
        }
        finally
        {
            Monitor.Exit(_trees);
        }
    }

    public void Pack()
    {
        Monitor.Enter(_crates);
        try
        {
            Monitor.Enter(_trees); // expect-any: LG1002
            try
            {
                _apples++;
            }
            finally
            {
                Monitor.Exit(_trees);
            }
        }
        finally
        {
            Monitor.Exit(_crates);
        }
    }
}
