namespace LockGraph;

/// <summary>The caller must not hold the named locks on entry.</summary>
/// <param name="locks">Lock paths, resolved like a member access from the annotated declaration: <c>_gate</c>, <c>this</c>, <c>parameter._gate</c>, <c>Type.Gate</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Delegate, AllowMultiple = true)]
public sealed class ExcludesLockAttribute(params string[] locks) : Attribute
{
    /// <summary>The lock paths as written.</summary>
    public string[] Locks { get; } = locks;

    /// <summary>Only the exclusive (writer) mode is forbidden.</summary>
    public bool ExclusiveOnly { get; set; }
}
