public sealed class Junction
{
    private readonly object _left = new();
    private readonly object _right = new();

    public bool Left()
    {
        lock (_left)
        {
            if (Monitor.TryEnter(_right, TimeSpan.FromSeconds(1)))
            {
                try { return true; }
                finally { Monitor.Exit(_right); }
            }
        }

        return false;
    }

    public void Right()
    {
        lock (_right)
        {
            lock (_left) { }
        }
    }
}
