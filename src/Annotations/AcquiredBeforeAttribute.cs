namespace LockGraph;

/// <summary>This lock is taken before (outside) the named locks.</summary>
/// <param name="locks">Lock paths, resolved like a member access from the annotated declaration: <c>_gate</c>, <c>this</c>, <c>parameter._gate</c>, <c>Type.Gate</c>.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = true)]
public sealed class AcquiredBeforeAttribute(params string[] locks) : Attribute
{
    /// <summary>The lock paths as written.</summary>
    public string[] Locks { get; } = locks;
}
