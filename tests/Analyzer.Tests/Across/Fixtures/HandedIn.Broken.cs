// assembly: Lib
namespace Lib;

public static class Locking
{
    public static void Under(object first, object second)
    {
        lock (first)
        {
            lock (second)
            {
            }
        }
    }
}
// assembly: User
using Lib;

public sealed class Pair
{
    private readonly object _left = new();
    private readonly object _right = new();

    public void One() => Locking.Under(_left, _right); // expect-any: LG1002

    public void Other() => Locking.Under(_right, _left); // expect-any: LG1002
}
