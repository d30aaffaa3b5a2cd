public sealed class Wardrobe
{
    private readonly object _coats = new();
    private readonly object _hats = new();
    private int _count;

    public void Hang(bool hat)
    {
        lock (hat ? _hats : _coats)
        {
            _count++;
        }
    }

    public void Both()
    {
        lock (_coats)
        {
            lock (_hats)
            {
                _count++;
            }
        }
    }
}
