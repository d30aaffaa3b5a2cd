public sealed class Folder(Folder? parent)
{
    private readonly object _gate = new();
    private int _size;

    public void Grow(int by)
    {
        lock (_gate)
        {
            _size += by;
            parent?.Grow(by);
        }
    }

    public int Size { get { lock (_gate) { return _size; } } }
}
