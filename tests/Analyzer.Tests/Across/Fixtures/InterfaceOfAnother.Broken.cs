// assembly: Contracts
namespace Contracts;

public interface IHandler
{
    void Handle();
}
// assembly: Lib
using Contracts;

namespace Lib;

public sealed class Bus
{
    private readonly List<IHandler> _handlers = [];

    public void Add(IHandler handler)
    {
        lock (_handlers)
        {
            _handlers.Add(handler);
        }
    }

    public void Fire()
    {
        lock (_handlers)
        {
            foreach (IHandler handler in _handlers)
            {
                Raise(handler);
            }
        }
    }

    private static void Raise(IHandler handler) => handler.Handle();
}
// assembly: User
using Contracts;
using Lib;

public sealed class Mine(Bus bus) : IHandler
{
    private readonly object _own = new();

    public void Handle()
    {
        lock (_own) // expect-any: LG1002
        {
        }
    }

    public void Register()
    {
        lock (_own)
        {
            bus.Add(this); // expect-any: LG1002
        }
    }
}
