public sealed class Brewery
{
    [AcquiredBefore("_kegs")]
    private readonly object _mash = new();
    private readonly object _kegs = new();

    public void Tap()
    {
        lock (_kegs)
        {
            lock (_mash) { } // expect: LG1001
        }
    }
}
