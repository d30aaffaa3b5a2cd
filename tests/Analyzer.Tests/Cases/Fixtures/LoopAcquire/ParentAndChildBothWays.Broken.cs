public sealed class Folder(Folder? parent)
{
    private readonly object _gate = new();
    private readonly List<Folder> _children = [];
    private int _size;

    public void Grow(int by)
    {
        lock (_gate)
        {
            _size += by;
            parent?.Grow(by); // expect-any: LG1002
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            foreach (Folder child in _children)
            {
                child.Clear(); // expect-any: LG1002
            }
        }
    }
}
