// assembly: Lib
namespace Lib;

public interface IEngine
{
    void Start();
}

// No class of the library is one.
public interface IDiesel : IEngine
{
    static readonly object Glow = new();

    void IEngine.Start()
    {
        lock (Glow)
        {
        }
    }
}
// assembly: User
using Lib;

public sealed class Truck : IDiesel;

public sealed class Driver(IEngine engine)
{
    private readonly object _own = new();

    public void Leave()
    {
        lock (_own)
        {
            engine.Start(); // expect-any: LG1002
        }
    }

    public void Arrive()
    {
        lock (IDiesel.Glow)
        {
            lock (_own) // expect-any: LG1002
            {
            }
        }
    }
}
