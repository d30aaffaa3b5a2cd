public sealed class Counter
{
    private int _value;

    public int Next()
    {
        lock (this) // LG3004
        {
            return ++_value;
        }
    }
}
