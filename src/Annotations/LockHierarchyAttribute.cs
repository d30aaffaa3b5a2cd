namespace LockGraph;

/// <summary>Says how the <see cref="LockOrderAttribute"/> chains of this assembly are to be read.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class LockHierarchyAttribute : Attribute
{
    /// <summary>When true, any nesting among the classes of the chains that the chains do not imply is reported as well.</summary>
    public bool Strict { get; set; }
}
