using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>The place that a property or method plainly returns: <c>object Gate =&gt; _gate</c>, <c>Node Next() { return _next; }</c>.</summary>
/// <remarks>
/// Members that may be overridden return what the override likes, and are taken as themselves; so is, as far as itself is concerned, a getter that
/// is being looked at already. Thread-safe.
/// </remarks>
internal sealed class ReturnedPlaces
{
    [ThreadStatic]
    private static HashSet<ISymbol>? _inProgress;

    private readonly ConcurrentDictionary<ISymbol, Place?> _known = new(SymbolEqualityComparer.Default);
    private readonly CompilationFacts _facts;

    public ReturnedPlaces(CompilationFacts facts) => _facts = facts;

    public Place? Of(ISymbol member)
    {
        ISymbol definition = member.OriginalDefinition;
        if (definition.IsAbstract || definition.IsVirtual || (definition.IsOverride && !definition.IsSealed && definition.ContainingType?.IsSealed != true))
        {
            return null;
        }

        if (_known.TryGetValue(definition, out Place? known))
        {
            return known;
        }

        // Each thread has its own recursion, and shows the others finished answers alone.
        HashSet<ISymbol> inProgress = _inProgress ??= new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        if (!inProgress.Add(definition))
        {
            return null;
        }

        try
        {
            return _known.GetOrAdd(definition, Read(definition));
        }
        finally
        {
            inProgress.Remove(definition);
        }
    }

    private Place? Read(ISymbol member)
    {
        Contract contract = _facts.Contracts.Of(member is IPropertySymbol { GetMethod: { } getter } ? getter : member);
        if (contract.Returns?.Place is { } promised)
        {
            return promised;
        }

        foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
        {
            // The sources of a project that is referred to belong to another compilation.
            if (_facts.Owns(reference.SyntaxTree) && Returned(reference.GetSyntax()) is { } expression && _facts.ModelOf(expression.SyntaxTree).GetOperation(expression) is { } operation)
            {
                return PlaceOf(operation);
            }
        }

        return null;
    }

    private Place? PlaceOf(IOperation operation) => operation switch
    {
        IConversionOperation conversion => PlaceOf(conversion.Operand),
        IInstanceReferenceOperation { Type: INamedTypeSymbol type } => Place.This(type),
        IParameterReferenceOperation parameter => Place.Parameter(parameter.Parameter),
        IFieldReferenceOperation field => Member(field.Field, field.Instance),
        IPropertyReferenceOperation { Property.IsIndexer: false } property =>
            Of(property.Property) is { } returned && (property.Instance is null ? returned : PlaceOf(property.Instance) is { } owner ? Binding.Apply(returned, owner, []) : null) is { } bound
                ? bound
                : Member(property.Property, property.Instance),
        _ => null,
    };

    private Place? Member(ISymbol member, IOperation? instance) =>
        member.IsStatic ? Place.Static(member) : instance is not null && PlaceOf(instance) is { } owner ? owner.Member(member) : null;

    private static ExpressionSyntax? Returned(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax { ExpressionBody.Expression: { } expression } => expression,
        PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } => accessors
            .Where(accessor => accessor.Keyword.ValueText == "get")
            .Select(accessor => accessor.ExpressionBody?.Expression ?? Only(accessor.Body))
            .FirstOrDefault(),
        MethodDeclarationSyntax method when method.Modifiers.Any(modifier => modifier.ValueText == "async") => null,
        MethodDeclarationSyntax { ExpressionBody.Expression: { } expression } => expression,
        MethodDeclarationSyntax { Body: { } body } => Only(body),
        _ => null,
    };

    private static ExpressionSyntax? Only(BlockSyntax? body) => body?.Statements is [ReturnStatementSyntax { Expression: { } expression }] ? expression : null;
}
