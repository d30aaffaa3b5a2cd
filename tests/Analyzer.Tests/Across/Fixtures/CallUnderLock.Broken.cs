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
        lock (_gate)
        {
            visitor(_count);
        }
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
            store.Add(); // expect-any: LG1002
        }
    }

    public void Show()
    {
        store.Visit(x => // expect-any: LG1002
        {
            lock (_mine)
            {
            }
        });
    }
}
