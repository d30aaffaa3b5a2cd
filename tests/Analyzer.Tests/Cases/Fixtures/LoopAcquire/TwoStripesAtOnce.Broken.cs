public sealed class Striped
{
    private readonly object[] _stripes = [new(), new(), new(), new()];
    private int _count;

    public void Move(int from, int to)
    {
        lock (_stripes[from & 3])
        {
            lock (_stripes[to & 3]) // expect: LG1003
            {
                _count++;
            }
        }
    }
}
