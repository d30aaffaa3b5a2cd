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

    // A name that so many bodies mention, or so many places write, stands for too many variables.
    private const int _mostBodies = 300;
    private const int _mostWrites = 40;

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
            ILocalSymbol local => OfLocal(local),
            IFieldSymbol { IsConst: false } field => OfMember(field),
            IPropertySymbol { GetMethod: { } getter, ReturnsByRef: false, ReturnsByRefReadonly: false } => OfBodies(getter),
            IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol property } => OfMember(property),
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

    private Sources? OfLocal(ILocalSymbol local)
    {
        if (local.IsRef || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) is not VariableDeclaratorSyntax declarator)
        {
            // Given by a loop, a pattern, an argument.
            return null;
        }

        SyntaxNode? scope = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        scope = scope is GlobalStatementSyntax ? scope.Parent : scope;
        var found = new Sources();
        bool isSeen = scope is not null && (declarator.Initializer is not { Value: var initial } || Add(initial, found))
            && Writes.Of(local.Name, scope).All(write => !IsOf(write, local) || Add(write.Value, found));
        return isSeen && !found.IsEmpty ? found : null;
    }

    /// <summary>What is stored in a field or property; <see langword="null"/> when not all of it is seen.</summary>
    private Sources? OfMember(ISymbol member)
    {
        var found = new Sources();
        foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
        {
            EqualsValueClauseSyntax? initializer;
            switch (reference.GetSyntax(_cancellation))
            {
                case VariableDeclaratorSyntax variable:
                    initializer = variable.Initializer;
                    break;
                case PropertyDeclarationSyntax property:
                    initializer = property.Initializer;
                    break;
                default:
                    return null;
            }

            if (!_facts.Owns(reference.SyntaxTree) || (initializer is not null && !Add(initializer.Value, found)))
            {
                return null;
            }
        }

        List<BodyEntry> bodies =
            [.. _facts.Index.Mentioning(member.Name, member.DeclaredAccessibility == Accessibility.Private ? member.ContainingType : null).Take(_mostBodies + 1)];
        if (bodies.Count > _mostBodies)
        {
            return null;
        }

        bool isManaged = !MayBeSetOutside(member);
        int writes = 0;
        foreach ((BodyEntry body, Write write) in bodies.SelectMany(body => Writes.Of(member.Name, body.Declaration).Select(write => (body, write))))
        {
            writes++;
            if (writes > _mostWrites)
            {
                return null;
            }

            if (IsOf(write, member))
            {
                if (!Add(write.Value, found))
                {
                    return null;
                }

                isManaged |= !write.InInitializer && !(body.Declaration is ConstructorDeclarationSyntax && body.Name == member.ContainingType.Name);
            }
        }

        return isManaged && !found.IsEmpty ? found : null;
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
            Sources? one = body.AssociatedSymbol is IPropertySymbol property && IsStored(property) ? OfMember(property) : OfBody(body);
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

    // A property may be set under the name that a base or an interface has for it. What cannot be resolved may be any of its name.
    private bool IsOf(Write write, ISymbol variable)
    {
        ISymbol? target = _facts.ModelOf(write.Target.SyntaxTree).GetSymbolInfo(write.Target, _cancellation).Symbol?.OriginalDefinition;
        return target is null || SymbolEqualityComparer.Default.Equals(target, variable)
            || (target is IPropertySymbol && variable is IPropertySymbol && Dispatch.IsOrDerives(variable.ContainingType, target.ContainingType));
    }

    private bool IsStored(IPropertySymbol property) =>
        property is { IsAbstract: false, ContainingType.TypeKind: not TypeKind.Interface }
        && property.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(_cancellation)).All(declaration => declaration is PropertyDeclarationSyntax { AccessorList: { } accessors }
            && accessors.Accessors.All(accessor => accessor is { RawKind: not (int)SyntaxKind.GetAccessorDeclaration } or { Body: null, ExpressionBody: null }));

    private static bool MayBeSetOutside(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly && Visibility.IsOutside(field),
        IPropertySymbol { SetMethod: { } setter } => Visibility.IsOutside(setter),
        _ => false,
    };
}
