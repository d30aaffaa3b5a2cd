public sealed class Junction
{
    private readonly object _left = new();
    private readonly object _right = new();

    public bool Left()
    {
        lock (_left)
        {
            if (!Monitor.TryEnter(_right)) return false;
            Monitor.Exit(_right);
            return true;
        }
    }

    public bool Right()
    {
        lock (_right)
        {
            if (!Monitor.TryEnter(_left)) return false;
            Monitor.Exit(_left);
            return true;
        }
    }
}
