// assembly: Lib
namespace Lib;

public static class Registry
{
    private static readonly object s_gate = new();
    private static readonly object s_names = new();
    private static readonly object s_values = new();

    public static void Both()
    {
        lock (s_names)
        {
            lock (s_values)
            {
            }
        }
    }

    public static void Values()
    {
        lock (s_values)
        {
        }
    }

    public static void WithNames(Action action)
    {
        lock (s_names)
        {
            action();
        }
    }

    public static void WithGate(Action action)
    {
        lock (s_gate)
        {
            action();
        }
    }
}
// assembly: User
using Lib;

public static class Program
{
    public static void Same() => Registry.WithNames(() => Registry.Values());

    // The same instance again is nobody's wait.
    public static void Again() => Registry.WithGate(() => Registry.WithGate(() => { }));
}
