public sealed class Ledger
{
    private readonly object _pages = new();
    private readonly object _index = new();

    private void WithPages(Action work)
    {
        lock (_pages)
        {
            work();
        }
    }

    public void Write() => WithPages(() => { lock (_index) { } });

    public void Search() => WithPages(() => { lock (_index) { } });
}
