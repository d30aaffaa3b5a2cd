namespace LockGraph;

/// <summary>The body is not analysed; the contracts on the declaration still bind its callers.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class NoLockAnalysisAttribute : Attribute
{
    /// <summary>Why the body is left out.</summary>
    public string? Justification { get; set; }
}
