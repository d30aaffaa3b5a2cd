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
    public static bool Explains(CapturedStack? taken, CapturedStack? released) =>
        taken is TracedStack from && released is TracedStack here && from.StateMachines.Intersect(here.StateMachines).Any();
}
