namespace LockGraph;

/// <summary>Locks of this class may nest when the named key of their owners strictly ascends.</summary>
/// <param name="key">A comparable member of the declaring type, such as <c>Id</c>.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class OrderedByAttribute(string key) : Attribute
{
    /// <summary>The member that orders the instances.</summary>
    public string Key { get; } = key;
}
