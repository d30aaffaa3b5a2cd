namespace LockGraph.Core;

/// <summary>A flow that waits for a lock now.</summary>
/// <param name="Flow">Name of the thread or flow.</param>
/// <param name="Wanted">What it waits for.</param>
/// <param name="Held">What it holds meanwhile, oldest first.</param>
public sealed record LockWait(string Flow, Acquisition Wanted, IReadOnlyList<HeldLock> Held)
{
    /// <summary>Stack of the waiting thread, captured when it began to wait.</summary>
    public CapturedStack? Stack { get; init; }
}
