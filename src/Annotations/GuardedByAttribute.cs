namespace LockGraph;

/// <summary>Every read or write of the member needs all the named locks; shared mode is enough for reads.</summary>
/// <param name="locks">Lock paths, resolved like a member access from the annotated declaration: <c>_gate</c>, <c>this</c>, <c>parameter._gate</c>, <c>Type.Gate</c>.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Event, AllowMultiple = true)]
public sealed class GuardedByAttribute(params string[] locks) : Attribute
{
    /// <summary>The lock paths as written.</summary>
    public string[] Locks { get; } = locks;

    /// <summary>When true, a read needs any one of the locks; a write still needs all of them.</summary>
    public bool AnyForRead { get; set; }

    /// <summary>When true, the lock protects the object the member refers to, not the reference itself.</summary>
    public bool Content { get; set; }
}
