public sealed class Menu
{
    private readonly object _soups = new();
    private readonly object _mains = new();
    private readonly object _sweets = new();

    public void Print()
    {
        lock (_soups) lock (_mains) lock (_sweets) { } // expect-any: LG1002
    }

    public void Taste()
    {
        lock (_sweets)
        {
            lock (_soups) { } // expect-any: LG1002
        }
    }
}
