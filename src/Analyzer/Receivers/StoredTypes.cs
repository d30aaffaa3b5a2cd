using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>The types of the objects that a field, property, local or parameter may hold, and of those that a method may return.</summary>
/// <remarks>
/// The values of a variable are seen when every write of it is: it has a value in one expression, in the code of the program. A write by
/// reference or by deconstruction is not seen, and a variable that nothing but <see langword="null"/> is stored in is filled by somebody who is not
/// seen either. A member that code outside may set counts as seen where a method of the program stores an object in it, for then it is the program
/// that manages it; with no more than a default from an initializer or constructor it is there for others to set. What is not seen may be of any
/// type that the declaration allows. Values are followed through other variables and the results of methods of the program, overrides among them, but not
/// through parameters. Thread-safe.
/// </remarks>
internal sealed class StoredTypes
{
    // Behind more variables and methods than this nobody looks for the types of one.
    private const int _mostSources = 60;

    private readonly ConcurrentDictionary<ISymbol, Sources> _sources = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, TypeSet> _known = new(SymbolEqualityComparer.Default);
    private readonly CompilationFacts _facts;
    private readonly CancellationToken _cancellation;

    public StoredTypes(CompilationFacts facts, CancellationToken cancellation)
    {
        _facts = facts;
        _cancellation = cancellation;
    }

    /// <summary>The types of what a variable holds or a method returns: of everything that its values come from.</summary>
    /// <param name="source">A field, property, local, parameter or method.</param>
    public TypeSet Of(ISymbol source) => _known.GetOrAdd(source.OriginalDefinition, Follow);

    private TypeSet Follow(ISymbol source)
    {
        var types = new TypeSet();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { source };
        var work = new Queue<ISymbol>();
        work.Enqueue(source);
        while (work.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            Sources found = _sources.GetOrAdd(work.Dequeue(), Read);
            types.UnionWith(found.Types);
            foreach (ISymbol next in found.From)
            {
                if (seen.Add(next))
                {
                    work.Enqueue(next);
                }
            }

            if (types.IsAnything || seen.Count > _mostSources)
            {
                return TypeSet.Of(DeclaredType(source));
            }
        }

        return types.IsEmpty ? TypeSet.Of(DeclaredType(source)) : types;
    }

    private Sources Read(ISymbol source)
    {
        Sources? seen = source switch
        {
            // What another assembly declares, others implement.
            { DeclaringSyntaxReferences.Length: 0 } => null,
            ILocalSymbol or IFieldSymbol { IsConst: false } => OfVariable(source),
            IPropertySymbol { GetMethod: { } getter, ReturnsByRef: false, ReturnsByRefReadonly: false } => OfBodies(getter),
            IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol property } => OfVariable(property),
            IMethodSymbol { ReturnsByRef: false, ReturnsByRefReadonly: false } method => OfBodies(method),
            _ => null,
        };
        return seen ?? Unseen(source);
    }

    private static Sources Unseen(ISymbol source)
    {
        var unseen = new Sources();
        unseen.Types.AddBound(DeclaredType(source));
        return unseen;
    }

    private static ITypeSymbol? DeclaredType(ISymbol source) => source switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        IMethodSymbol { MethodKind: MethodKind.PropertySet } setter => setter.Parameters[setter.Parameters.Length - 1].Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    /// <summary>What is stored in a local, field or property; <see langword="null"/> when not all of it is seen.</summary>
    private Sources? OfVariable(ISymbol variable)
    {
        if (_facts.VariableWrites.Of(variable) is not { } writes)
        {
            return null;
        }

        var found = new Sources();
        return writes.All(write => Add(write.Value, found)) && !found.IsEmpty && (!MayBeSetOutside(variable) || writes.Any(write => IsManaging(write, variable))) ? found : null;
    }

    private Sources? OfBodies(IMethodSymbol method)
    {
        List<IMethodSymbol> bodies = [.. _facts.Overrides.Of(method).Take(_mostSources)];
        if (bodies.Count is 0 or _mostSources)
        {
            return null;
        }

        var found = new Sources();
        foreach (IMethodSymbol body in bodies)
        {
            Sources? one = body.AssociatedSymbol is IPropertySymbol property && IsStored(property) ? OfVariable(property) : OfBody(body);
            if (one is null)
            {
                found.Types.AddBound(body.ReturnType);
            }
            else
            {
                found.UnionWith(one);
            }
        }

        return found;
    }

    private Sources? OfBody(IMethodSymbol method)
    {
        if (method.IsAsync || _facts.BodyOf(method) is not { } body)
        {
            return null;
        }

        List<SyntaxNode> own = [.. body.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))];
        IEnumerable<ExpressionSyntax?> results = own.Select(node => node switch
        {
            ReturnStatementSyntax statement => statement.Expression,
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            _ => null,
        });
        var found = new Sources();
        return !own.Exists(node => node is YieldStatementSyntax) && results.OfType<ExpressionSyntax>().All(result => Add(result, found)) ? found : null;
    }

    /// <summary>Adds what an expression gives; false when there is none.</summary>
    private bool Add(ExpressionSyntax? value, Sources found)
    {
        if (value is null || Writes.IsNull(value))
        {
            return value is not null;
        }

        if (_facts.ModelOf(value.SyntaxTree).GetOperation(value, _cancellation) is not { } operation)
        {
            return false;
        }

        found.Add(operation);
        return true;
    }

    private bool IsStored(IPropertySymbol property) =>
        property is { IsAbstract: false, ContainingType.TypeKind: not TypeKind.Interface }
        && property.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(_cancellation)).All(declaration => declaration is PropertyDeclarationSyntax { AccessorList: { } accessors }
            && accessors.Accessors.All(accessor => accessor is { RawKind: not (int)SyntaxKind.GetAccessorDeclaration } or { Body: null, ExpressionBody: null }));

    // A method of the program that stores an object in it, more than a default.
    private static bool IsManaging(Write write, ISymbol member) => write is { InInitializer: false, Target: ExpressionSyntax }
        && !(write.Target.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is { } constructor && constructor.Identifier.ValueText == member.ContainingType.Name);

    private static bool MayBeSetOutside(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly && Visibility.IsOutside(field),
        IPropertySymbol { SetMethod: { } setter } => Visibility.IsOutside(setter),
        _ => false,
    };
}
