namespace LockGraph;

/// <summary>Gives the lock a class name, shared by all its instances.</summary>
/// <param name="name">The name of the lock class, as reports and documents spell it.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Class)]
public sealed class LockClassAttribute(string name) : Attribute
{
    /// <summary>The name of the lock class.</summary>
    public string Name { get; } = name;

    /// <summary>What the lock protects, in the words of the team; printed in the hierarchy document.</summary>
    public string? Protects { get; set; }

    /// <summary>One sentence on the lock for the hierarchy document.</summary>
    public string? Summary { get; set; }
}
