namespace LockGraph.Core;

/// <summary>A declaration that cannot be honoured.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Place">The declaration at fault; for a contradiction, the first of those that form it.</param>
/// <param name="Message">One sentence that names every declaration involved.</param>
public sealed record OrderDeclarationError(OrderDeclarationErrorKind Kind, string Place, string Message)
{
    /// <summary>The rule that says so.</summary>
    public string RuleId => Kind == OrderDeclarationErrorKind.UnknownName ? "LG9001" : "LG9002";
}

/// <summary>Why a declaration cannot be honoured.</summary>
public enum OrderDeclarationErrorKind
{
    /// <summary>A name fits no lock class.</summary>
    UnknownName,

    /// <summary>A name fits several lock classes.</summary>
    AmbiguousName,

    /// <summary>The declarations form a cycle.</summary>
    Contradiction,
}
