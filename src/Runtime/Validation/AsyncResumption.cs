using LockGraph.Core;

namespace LockGraph;

/// <summary>Tells an await under a lock from any other release on a wrong thread.</summary>
/// <remarks>
/// A thread-owned lock that is taken and released by the same asynchronous method, on two threads, was held across an await: nothing else
/// moves a method from one thread to another. The compiler names the method's state machine after it.
/// </remarks>
internal static class AsyncResumption
{
    public static bool Explains(CapturedStack? taken, CapturedStack? released)
    {
        if (taken is null || released is null)
        {
            return false;
        }

        HashSet<string> machines = [.. taken.Frames.Select(StateMachine).OfType<string>()];
        return machines.Count > 0 && released.Frames.Select(StateMachine).Any(machine => machine is not null && machines.Contains(machine));
    }

    private static string? StateMachine(string frame)
    {
        int end = frame.IndexOf(".MoveNext", StringComparison.Ordinal);
        return end > 0 && frame.IndexOf('<') >= 0 ? frame.Substring(0, end) : null;
    }
}
