namespace LockGraph.Core;

/// <summary>One promise about order, with the place where it was made.</summary>
public sealed class OrderDeclaration
{
    private OrderDeclaration(OrderDeclarationKind kind, string place, IReadOnlyList<string> names)
    {
        Kind = kind;
        Place = place ?? throw new ArgumentNullException(nameof(place));
        Names = names ?? throw new ArgumentNullException(nameof(names));
    }

    /// <summary>What is promised.</summary>
    public OrderDeclarationKind Kind { get; }

    /// <summary>Where: a member, an assembly, or <c>File.cs:12</c>. Printed in every error about the promise.</summary>
    public string Place { get; }

    /// <summary>The names as written; class names, or endings of them that fit one class only.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Each named class is taken before (outside) the next.</summary>
    /// <param name="place">Where the promise was made.</param>
    /// <param name="names">Outermost first.</param>
    public static OrderDeclaration Chain(string place, params string[] names) => new(OrderDeclarationKind.Chain, place, names);

    /// <summary><paramref name="outer"/> is taken before (outside) <paramref name="inner"/>.</summary>
    /// <param name="place">Where the promise was made.</param>
    /// <param name="outer">The class that is taken first.</param>
    /// <param name="inner">The class that is taken while the other is held.</param>
    public static OrderDeclaration Before(string place, string outer, string inner) => new(OrderDeclarationKind.Chain, place, [outer, inner]);

    /// <summary>No nesting among the named classes other than what the declarations imply.</summary>
    /// <param name="place">Where the promise was made.</param>
    /// <param name="names">The classes of the hierarchy, in any order.</param>
    public static OrderDeclaration Strict(string place, params string[] names) => new(OrderDeclarationKind.Strict, place, names);
}
