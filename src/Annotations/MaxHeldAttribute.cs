namespace LockGraph;

/// <summary>At most this many locks of the class may be held by one flow at once.</summary>
/// <param name="count">One or more.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Class)]
public sealed class MaxHeldAttribute(int count) : Attribute
{
    /// <summary>The largest number that is not reported.</summary>
    public int Count { get; } = count;
}
