using LockGraph.Core;

namespace LockGraph;

/// <summary>Tells whether an asynchronous method that took a lock goes on here, after an await.</summary>
/// <remarks>
/// Nothing but an await moves a method from one thread or task to another, and the compiler names the method's state machine after it. So a
/// thread-owned lock that the same method releases on another thread was held across an await, and a flow-owned one that it releases inside
/// another task is released by its own flow.
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
