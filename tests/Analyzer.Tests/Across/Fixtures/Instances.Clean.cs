// assembly: Lib
namespace Lib;

public sealed class Box
{
    private readonly SemaphoreSlim _slot = new(1);

    public void Put()
    {
        _slot.Wait();
        try
        {
        }
        finally
        {
            _slot.Release();
        }
    }

    public void With(Action action)
    {
        _slot.Wait();
        try
        {
            action();
        }
        finally
        {
            _slot.Release();
        }
    }
}
// assembly: User
using Lib;

public sealed class Boxes
{
    private readonly Box _one = new();

    // Which box that is nobody knows.
    public void Any(Func<Box> find) => find().With(() => find().Put());

    public void Two(Box other) => _one.With(() => other.Put());
}
