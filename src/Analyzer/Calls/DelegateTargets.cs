using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>Which code a field, property, event or local may hold: what is stored in it anywhere in the compilation.</summary>
/// <remarks>Found by name first, then by symbol. A value that was passed in is followed to the callers of the one method that stores it.</remarks>
internal sealed class DelegateTargets
{
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IMethodSymbol>> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IMethodSymbol>> _elements = new(SymbolEqualityComparer.Default);
    private readonly CompilationFacts _facts;
    private readonly CancellationToken _cancellation;

    public DelegateTargets(CompilationFacts facts, CancellationToken cancellation)
    {
        _facts = facts;
        _cancellation = cancellation;
    }

    /// <summary>The bodies that may be behind a variable.</summary>
    public IReadOnlyList<IMethodSymbol> Of(ISymbol variable) => Find(variable.OriginalDefinition, _known, _facts.Index.StoredAs);

    /// <summary>The bodies that may be behind an element of a collection.</summary>
    public IReadOnlyList<IMethodSymbol> OfElements(ISymbol collection) => Find(collection.OriginalDefinition, _elements, _facts.Index.CollectedIn);

    private IReadOnlyList<IMethodSymbol> Find(ISymbol definition, ConcurrentDictionary<ISymbol, IReadOnlyList<IMethodSymbol>> answers, Func<string, IEnumerable<StoredValue>> values)
    {
        if (answers.TryGetValue(definition, out IReadOnlyList<IMethodSymbol>? known))
        {
            return known;
        }

        answers.TryAdd(definition, []);
        var found = new List<IMethodSymbol>();

        // What is private is stored in the files of its type, and in no other.
        HashSet<SyntaxTree>? own = definition is { DeclaredAccessibility: Accessibility.Private, ContainingType: { } type } ? [.. SourceIndex.FilesOf(type)] : null;
        foreach (StoredValue stored in values(definition.Name).Where(stored => own is null || own.Contains(stored.Target.SyntaxTree)))
        {
            _cancellation.ThrowIfCancellationRequested();
            SemanticModel model = _facts.ModelOf(stored.Target.SyntaxTree);
            ISymbol? target = stored.Target is ExpressionSyntax expression
                ? model.GetSymbolInfo(expression, _cancellation).Symbol
                : model.GetDeclaredSymbol(stored.Target, _cancellation);
            if (SymbolEqualityComparer.Default.Equals(target?.OriginalDefinition, definition) && model.GetOperation(stored.Value, _cancellation) is { } value)
            {
                Collect(value, found);
            }
        }

        IReadOnlyList<IMethodSymbol> distinct = [.. found.Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)];
        answers[definition] = distinct;
        return distinct;
    }

    private void Collect(IOperation value, List<IMethodSymbol> found)
    {
        switch (value)
        {
            case IConversionOperation conversion:
                Collect(conversion.Operand, found);
                break;
            case IParenthesizedOperation parenthesized:
                Collect(parenthesized.Operand, found);
                break;
            case IDelegateCreationOperation creation:
                Collect(creation.Target, found);
                break;
            case IMethodReferenceOperation method:
                found.AddRange(_facts.Overrides.Of(method.Method));
                break;
            case IAnonymousFunctionOperation lambda:
                found.Add(lambda.Symbol);
                break;
            case ICoalesceOperation coalesce:
                Collect(coalesce.Value, found);
                Collect(coalesce.WhenNull, found);
                break;
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                Collect(conditional.WhenTrue, found);
                Collect(otherwise, found);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                Collect(sum.LeftOperand, found);
                Collect(sum.RightOperand, found);
                break;
            case IObjectCreationOperation creation when KnownCalls.WrapsCode(creation.Type):
                foreach (IArgumentOperation argument in creation.Arguments)
                {
                    Collect(argument.Value, found);
                }

                break;
            case IInvocationOperation call when KnownCalls.StartsWork(call.TargetMethod):
                foreach (IArgumentOperation argument in call.Arguments)
                {
                    Collect(argument.Value, found);
                }

                break;
            case IFieldReferenceOperation { Field: { IsConst: false } field } when IsCode(field.Type):
                found.AddRange(Of(field));
                break;
            case ILocalReferenceOperation { Local: { } local } when IsCode(local.Type):
                found.AddRange(Of(local));
                break;
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } when IsCode(parameter.Type):
                CollectArguments(method, parameter, found);
                break;
        }
    }

    // The value came in through a parameter: look at who calls.
    private void CollectArguments(IMethodSymbol method, IParameterSymbol parameter, List<IMethodSymbol> found)
    {
        foreach (SyntaxNode site in _facts.Index.CallsOf(_facts.BodyOf(method), CompilationFacts.NameOf(method)).Take(400))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (CallAt(site) is not { } call)
            {
                continue;
            }

            IEnumerable<IArgumentOperation> arguments = _facts.ModelOf(call.SyntaxTree).GetOperation(call, _cancellation) switch
            {
                IInvocationOperation invocation when SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.OriginalDefinition, method.OriginalDefinition) => invocation.Arguments,
                IObjectCreationOperation creation when SymbolEqualityComparer.Default.Equals(creation.Constructor?.OriginalDefinition, method.OriginalDefinition) => creation.Arguments,
                _ => Array.Empty<IArgumentOperation>(),
            };
            foreach (IArgumentOperation argument in arguments)
            {
                if (argument.Parameter?.Ordinal == parameter.Ordinal && argument.Value is not IParameterReferenceOperation)
                {
                    Collect(argument.Value, found);
                }
            }
        }
    }

    private static SyntaxNode? CallAt(SyntaxNode site)
    {
        SyntaxNode at = site;
        while (at.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax)
        {
            at = at.Parent;
        }

        return at is BaseObjectCreationExpressionSyntax ? at : at.Parent is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax ? at.Parent : null;
    }

    private static bool IsCode(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Delegate || type.Name is "Thread" or "Task" or "Lazy" or "Timer" or "CancellationTokenRegistration";
}
