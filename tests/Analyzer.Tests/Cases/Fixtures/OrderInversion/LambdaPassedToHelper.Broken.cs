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

    private void WithIndex(Action work)
    {
        lock (_index)
        {
            work();
        }
    }

    public void Write() => WithPages(() => { lock (_index) { } }); // expect-any: LG1002

    public void Search() => WithIndex(() => { lock (_pages) { } }); // expect-any: LG1002
}
