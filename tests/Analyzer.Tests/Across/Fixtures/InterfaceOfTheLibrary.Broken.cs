// assembly: Lib
namespace Lib;

public interface IStore
{
    void Put();

    void Visit(Action action);
}

public static class Stores
{
    public static IStore Open() => new Hidden();

    private sealed class Hidden : IStore
    {
        private readonly object _gate = new();

        public void Put()
        {
            lock (_gate)
            {
            }
        }

        void IStore.Visit(Action action)
        {
            lock (_gate)
            {
                action();
            }
        }
    }
}
// assembly: User
using Lib;

public sealed class Cache(IStore store)
{
    private readonly object _mine = new();

    public void Fill()
    {
        lock (_mine)
        {
            store.Put(); // expect-any: LG1002
        }
    }

    public void Show() => store.Visit(Locked); // expect-any: LG1002

    private void Locked()
    {
        lock (_mine)
        {
        }
    }
}
