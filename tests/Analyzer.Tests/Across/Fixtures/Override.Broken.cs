// assembly: Lib
namespace Lib;

public abstract class Worker
{
    private readonly object _gate = new();

    public void Run()
    {
        lock (_gate)
        {
            Step();
        }
    }

    public void Stop()
    {
        lock (_gate)
        {
        }
    }

    protected abstract void Step();
}
// assembly: User
using Lib;

public sealed class Mine : Worker
{
    private readonly object _own = new();

    public void Cancel()
    {
        lock (_own)
        {
            Stop(); // expect-any: LG1002
        }
    }

    protected override void Step()
    {
        lock (_own) // expect-any: LG1002
        {
        }
    }
}
