namespace LockGraph;

/// <summary>Rank of this lock inside its class: locks of one class may nest when their ranks ascend.</summary>
/// <param name="rank">Zero or more; a lower rank is taken first.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class LockSubclassAttribute(int rank) : Attribute
{
    /// <summary>Zero or more; a lower rank is taken first.</summary>
    public int Rank { get; } = rank;
}
