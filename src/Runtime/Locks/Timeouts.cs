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

    /// <summary>Refuses what the primitives refuse, before anything is entered.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative and not infinite, or more than <see cref="int.MaxValue"/> milliseconds.</exception>
    public static void Check(TimeSpan timeout)
    {
        double milliseconds = timeout.TotalMilliseconds;
        if ((milliseconds < 0 && timeout != Timeout.InfiniteTimeSpan) || milliseconds > int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(timeout));
        }
    }
}
