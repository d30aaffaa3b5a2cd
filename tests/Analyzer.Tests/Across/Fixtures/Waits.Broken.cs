// assembly: Lib
namespace Lib;

public static class Net
{
    public static void Send() => Deep();

    public static int Ask(int value) => value;

    private static void Deep() => Thread.Sleep(10);
}
// assembly: User
using Lib;

public sealed class Client
{
    private readonly object _own = new();

    public void Go()
    {
        lock (_own)
        {
            Net.Ask(1);
            Net.Send(); // expect: LG3002
        }
    }
}
