public sealed class Striped
{
    private readonly object[] _stripes = [new(), new(), new(), new()];
    private int _count;

    public void Add(int key)
    {
        lock (_stripes[key & 3])
        {
            _count++;
        }
    }
}
