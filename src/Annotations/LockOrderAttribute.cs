namespace LockGraph;

/// <summary>Declares a chain of lock classes, outermost first.</summary>
/// <param name="classes">Names of lock classes, outermost first.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class LockOrderAttribute(params string[] classes) : Attribute
{
    /// <summary>The names, outermost first.</summary>
    public string[] Classes { get; } = classes;
}
