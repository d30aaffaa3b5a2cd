namespace LockGraph;

/// <summary>The value returned is the named lock.</summary>
/// <param name="lock">The lock path.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ReturnsLockAttribute(string @lock) : Attribute
{
    /// <summary>The lock path as written.</summary>
    public string Lock { get; } = @lock;
}
