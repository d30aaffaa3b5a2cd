public sealed class Bakery
{
    private readonly Lock _oven = new();
    private readonly Lock _till = new();
    private int _loaves;

    public void Bake()
    {
        lock (_oven)
        {
            lock (_till) // expect-any: LG1002
            {
                _loaves++;
            }
        }
    }

    public void Sell()
    {
        lock (_till)
        {
            lock (_oven) // expect-any: LG1002
            {
                _loaves++;
            }
        }
    }
}
