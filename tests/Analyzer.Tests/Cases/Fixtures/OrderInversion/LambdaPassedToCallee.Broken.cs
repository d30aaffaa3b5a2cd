public sealed class Ledger
{
    private readonly object _pages = new();
    private readonly object _index = new();

    private void WithPages(Action work)
    {
        lock (_pages)
        {
            work(); // expect-any: LG1002
        }
    }

    private void WithIndex(Action work)
    {
        lock (_index)
        {
            work(); // expect-any: LG1002
        }
    }

    public void Write() => WithPages(() => { lock (_index) { } });

    public void Search() => WithIndex(() => { lock (_pages) { } });
}
