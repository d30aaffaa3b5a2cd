// assembly: Lib
namespace Lib;

public sealed class Pool
{
    public readonly object Gate = new();

    public void Take()
    {
        lock (Gate)
        {
        }
    }
}

public static class Readers
{
    public static readonly Pool Shared = new();

    public static void Use() => Shared.Take();
}

public static class Writers
{
    public static readonly Pool Shared = new();

    public static void Use() => Shared.Take();
}
// assembly: User
using Lib;

public sealed class Both
{
    public void A()
    {
        lock (Readers.Shared.Gate)
        {
            Readers.Use();
        }
    }

    public void B()
    {
        lock (Writers.Shared.Gate)
        {
            Writers.Use();
        }
    }
}
