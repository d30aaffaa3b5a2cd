public sealed class Striped
{
    private readonly object[] _stripes = [new(), new(), new(), new()];
    private int _count;

    public void Clear() => Clear(0);

    private void Clear(int from)
    {
        if (from == _stripes.Length)
        {
            _count = 0;
            return;
        }

        lock (_stripes[from])
        {
            Clear(from + 1);
        }
    }
}
