namespace LockGraph;

/// <summary>The caller holds the named locks on entry, and they are still held on exit.</summary>
/// <param name="locks">Lock paths, resolved like a member access from the annotated declaration: <c>_gate</c>, <c>this</c>, <c>parameter._gate</c>, <c>Type.Gate</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Delegate | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class RequiresLockAttribute(params string[] locks) : Attribute
{
    /// <summary>The lock paths as written.</summary>
    public string[] Locks { get; } = locks;

    /// <summary>Shared (reader) mode is enough.</summary>
    public bool Shared { get; set; }
}
