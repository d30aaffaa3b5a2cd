// assembly: Lib
namespace Lib;

public static class Registry
{
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

    public static void Names()
    {
        lock (s_names)
        {
        }
    }

    public static void WithValues(Action action)
    {
        lock (s_values)
        {
            action();
        }
    }
}
// assembly: User
using Lib;

public static class Program
{
    public static void Turn() => Registry.WithValues(() => Registry.Names()); // expect: LG1002
}
