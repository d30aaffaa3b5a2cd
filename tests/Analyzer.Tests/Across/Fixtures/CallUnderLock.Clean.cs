// assembly: Lib
namespace Lib;

public sealed class Store
{
    private readonly object _gate = new();
    private int _count;

    public void Add()
    {
        Grow();
    }

    public void Visit(Action<int> visitor)
    {
        int count;
        lock (_gate)
        {
            count = _count;
        }

        visitor(count);
    }

    private void Grow()
    {
        lock (_gate)
        {
            _count++;
        }
    }
}
// assembly: User
using Lib;

public sealed class Cache(Store store)
{
    private readonly object _mine = new();

    public void Fill()
    {
        lock (_mine)
        {
            store.Add();
        }
    }

    public void Show()
    {
        store.Visit(x =>
        {
            lock (_mine)
            {
            }
        });
    }
}
