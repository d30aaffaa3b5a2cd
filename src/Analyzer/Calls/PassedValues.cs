using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>What the callers of a method pass for a parameter, where the program shows all of them.</summary>
/// <remarks>
/// It does not for a method that code outside may call, that runs for another (an override, an implementation), or that is used as a value; nor for a
/// constructor whose type is named as a value, for then it may be made by reflection.
/// </remarks>
internal sealed class PassedValues
{
    private const int _mostBodies = 300;
    private const int _mostCalls = 40;

    private readonly CompilationFacts _facts;
    private readonly CancellationToken _cancellation;

    public PassedValues(CompilationFacts facts, CancellationToken cancellation)
    {
        _facts = facts;
        _cancellation = cancellation;
    }

    /// <summary>The values that are passed; <see langword="null"/> when not all of them are seen.</summary>
    public IReadOnlyList<IOperation>? Of(IParameterSymbol parameter)
    {
        if (parameter is not { RefKind: RefKind.None or RefKind.In, IsParams: false, ContainingSymbol: IMethodSymbol { DeclaringSyntaxReferences.Length: > 0 } method } || Visibility.IsOutside(method))
        {
            return null;
        }

        List<IEnumerable<IArgumentOperation>>? calls = method.MethodKind switch
        {
            MethodKind.Constructor => IsNamedAsValue(method.ContainingType) ? null : _facts.HandedLocks.CreationsOf(method),
            MethodKind.Ordinary when !method.IsVirtual && !method.IsAbstract && !method.IsOverride && !MayImplement(method) => CallsOf(method),
            _ => null,
        };

        // Whoever leaves it out passes the default, which is no object.
        return calls is null or { Count: > _mostCalls } ? null
            : [.. calls.Select(arguments => arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value).OfType<IOperation>()];
    }

    private static bool MayImplement(IMethodSymbol method) => method.DeclaredAccessibility == Accessibility.Public && !method.IsStatic && method.ContainingType.AllInterfaces.Length > 0;

    private List<IEnumerable<IArgumentOperation>>? CallsOf(IMethodSymbol method)
    {
        var found = new List<IEnumerable<IArgumentOperation>>();
        if (Names(method.Name, method.DeclaredAccessibility == Accessibility.Private ? method.ContainingType : null) is not { } names)
        {
            return null;
        }

        foreach (SimpleNameSyntax name in names)
        {
            ExpressionSyntax called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name.Parent is MemberBindingExpressionSyntax binding ? binding : name;
            SemanticModel model = _facts.ModelOf(name.SyntaxTree);
            if (called.Parent is InvocationExpressionSyntax call && call.Expression == called && model.GetOperation(call, _cancellation) is IInvocationOperation invocation)
            {
                IMethodSymbol target = invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod;
                if (SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, method))
                {
                    found.Add(invocation.Arguments);
                }
            }
            else if (model.GetSymbolInfo(name, _cancellation) is not { Symbol: { } named } || SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, method))
            {
                // Used as a value, or not to be resolved.
                return null;
            }

            if (found.Count > _mostCalls)
            {
                return null;
            }
        }

        return found;
    }

    // `typeof(Worker)`, `services.Add<Worker>()`
    private bool IsNamedAsValue(INamedTypeSymbol type)
    {
        if (Names(type.Name, null) is not { } names)
        {
            return true;
        }

        foreach (SimpleNameSyntax name in names)
        {
            SyntaxNode at = name;
            while (at.Parent is NameSyntax)
            {
                at = at.Parent;
            }

            SyntaxNode? user = at.Parent?.Parent?.Parent is MemberAccessExpressionSyntax access ? access.Parent : at.Parent?.Parent?.Parent;
            if (at.Parent is TypeOfExpressionSyntax || (at.Parent is TypeArgumentListSyntax && user is InvocationExpressionSyntax))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a name occurs; <see langword="null"/> when it does too often.</summary>
    private List<SimpleNameSyntax>? Names(string name, INamedTypeSymbol? within)
    {
        List<BodyEntry> bodies = [.. _facts.Index.Mentioning(name, within).Take(_mostBodies + 1)];
        return bodies.Count > _mostBodies ? null : [.. bodies.SelectMany(body => body.Declaration.DescendantNodes()).OfType<SimpleNameSyntax>().Where(found => found.Identifier.ValueText == name)];
    }
}
