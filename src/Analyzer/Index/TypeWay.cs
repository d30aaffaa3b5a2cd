namespace LockGraph.Analyzer;

/// <summary>A type as syntax names it: <c>List&lt;Job&gt;</c> is a <c>List</c> whose items are a <c>Job</c>.</summary>
/// <param name="Name">The simple name, without type arguments.</param>
/// <param name="Item">The simple name of the last type argument, or of the elements of an array.</param>
internal readonly record struct NamedType(string Name, string? Item);

/// <summary>The way to the type of an expression, as far as one file tells: a type, and the members that lead on from it.</summary>
/// <param name="Start">The type that the way starts at.</param>
/// <param name="IsUnqualified">True when the first step is a name without a receiver, in the code of <paramref name="Start"/>: a member of it, of a type around it, or a type.</param>
/// <param name="Steps">Names of members; <see cref="Element"/> and <see cref="Awaited"/> besides.</param>
internal sealed record TypeWay(NamedType Start, bool IsUnqualified, IReadOnlyList<string> Steps)
{
    /// <summary>The step to an element of a collection; also the name of an indexer.</summary>
    public const string Element = "this[]";

    /// <summary>The step to the result of a task.</summary>
    public const string Awaited = "await";

    private static readonly string[] _none = [];

    public static TypeWay To(NamedType type) => new(type, false, _none);

    public TypeWay Then(string step) => this with { Steps = [.. Steps, step] };

    public bool Equals(TypeWay? other) => other is not null && Start == other.Start && IsUnqualified == other.IsUnqualified && Steps.SequenceEqual(other.Steps, StringComparer.Ordinal);

    public override int GetHashCode() =>
        unchecked((StringComparer.Ordinal.GetHashCode(Start.Name) * 31) + (Steps.Count == 0 ? 0 : StringComparer.Ordinal.GetHashCode(Steps[Steps.Count - 1]) + Steps.Count));
}
