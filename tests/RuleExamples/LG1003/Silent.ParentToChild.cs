public sealed class Folder
{
    private readonly Lock _gate = new();
    private readonly List<Folder> _children = [];
    private int _files;

    public int Count()
    {
        lock (_gate)
        {
            int total = _files;
            foreach (Folder child in _children)
            {
                total += child.Count();
            }

            return total;
        }
    }

    public void AddFile()
    {
        lock (_gate)
        {
            _files++;
        }
    }
}
