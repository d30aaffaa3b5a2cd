public sealed class Bakery
{
    private readonly Lock _oven = new();
    private readonly Lock _till = new();
    private int _loaves;

    public void Bake()
    {
        lock (_oven)
        {
            lock (_till)
            {
                _loaves++;
            }
        }
    }

    public void Sell()
    {
        lock (_oven)
        {
            lock (_till)
            {
                _loaves++;
            }
        }
    }
}
