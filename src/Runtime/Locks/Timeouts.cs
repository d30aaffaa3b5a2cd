using LockGraph.Core;

namespace LockGraph;

/// <summary>What a timeout makes of an acquisition.</summary>
internal static class Timeouts
{
    /// <summary>Zero tries, infinite blocks, anything between backs out some day.</summary>
    public static AcquisitionKind KindOf(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan ? AcquisitionKind.Blocking : timeout == TimeSpan.Zero ? AcquisitionKind.Try : AcquisitionKind.Timed;

    public static TimeSpan FromMilliseconds(int milliseconds) =>
        milliseconds >= -1 ? TimeSpan.FromMilliseconds(milliseconds) : throw new ArgumentOutOfRangeException(nameof(milliseconds));

    /// <summary>Whole milliseconds, as the primitives count; refuses what they refuse, before anything is entered.</summary>
    /// <param name="timeout">The timeout as given.</param>
    /// <param name="most">The most milliseconds that the primitive accepts.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative and not infinite, or more than <paramref name="most"/>.</exception>
    public static TimeSpan Whole(TimeSpan timeout, long most = int.MaxValue)
    {
        // Cut, not rounded: a fraction below zero is a try, and all between -1 and -2 waits for ever.
        long milliseconds = (long)timeout.TotalMilliseconds;
        return milliseconds >= -1 && milliseconds <= most
            ? TimeSpan.FromTicks(milliseconds * TimeSpan.TicksPerMillisecond)
            : throw new ArgumentOutOfRangeException(nameof(timeout));
    }
}
