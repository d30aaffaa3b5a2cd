namespace LockGraph;

/// <summary>The lock is not held on entry and is held when the method returns.</summary>
/// <param name="locks">Lock paths, resolved like a member access from the annotated declaration: <c>_gate</c>, <c>this</c>, <c>parameter._gate</c>, <c>Type.Gate</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property, AllowMultiple = true)]
public sealed class AcquiresLockAttribute(params string[] locks) : Attribute
{
    /// <summary>The lock paths as written.</summary>
    public string[] Locks { get; } = locks;

    /// <summary>Shared (reader) mode is enough.</summary>
    public bool Shared { get; set; }
}
