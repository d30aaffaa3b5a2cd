namespace LockGraph;

/// <summary>The method fails at run time unless the caller holds the lock; after it returns the lock is assumed held.</summary>
/// <param name="locks">Lock paths, resolved like a member access from the annotated declaration: <c>_gate</c>, <c>this</c>, <c>parameter._gate</c>, <c>Type.Gate</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AssertsLockAttribute(params string[] locks) : Attribute
{
    /// <summary>The lock paths as written.</summary>
    public string[] Locks { get; } = locks;

    /// <summary>Shared (reader) mode is enough.</summary>
    public bool Shared { get; set; }
}
