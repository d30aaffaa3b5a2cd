using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>Tasks that are finished before anybody can wait for them.</summary>
/// <remarks>Asked only where something is waited for. Thread-safe; an answer does not depend on what was asked before.</remarks>
internal sealed class FinishedTasks
{
    // Behind more members than this nobody follows where a task comes from.
    private const int _most = 200;

    private readonly ConcurrentDictionary<IMethodSymbol, bool> _methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _fields = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IParameterSymbol, bool> _continued = new(SymbolEqualityComparer.Default);
    private readonly CompilationFacts _facts;

    public FinishedTasks(CompilationFacts facts) => _facts = facts;

    /// <summary>True when a method returns a finished task on every way, in every body that the call may run.</summary>
    public bool Gives(IMethodSymbol method) => _facts.Types.IsTask(method.ReturnType)
        && (IsKnown(method) || _methods.GetOrAdd(method.OriginalDefinition, asked => Gives(asked, new Dictionary<ISymbol, bool>(SymbolEqualityComparer.Default))));

    /// <summary>True when a member holds a finished task from its initialization on.</summary>
    public bool IsIn(ISymbol member) => member switch
    {
        IFieldSymbol { IsReadOnly: true } => _fields.GetOrAdd(member.OriginalDefinition, asked => IsIn(asked, new Dictionary<ISymbol, bool>(SymbolEqualityComparer.Default))),
        IPropertySymbol { SetMethod: null, GetMethod: { } getter } => IsCompletedTask(member) || Gives(getter),
        _ => false,
    };

    /// <summary>True for the task of a continuation: it runs when the task is finished.</summary>
    public bool IsContinued(IParameterSymbol parameter) => parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol } && _facts.Types.IsTask(parameter.Type) && _continued.GetOrAdd(parameter, IsOnlyContinued);

    private bool Gives(IMethodSymbol method, Dictionary<ISymbol, bool> known)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        if (IsKnown(definition))
        {
            return true;
        }

        if (known.Count > _most || !_facts.Types.IsTask(definition.ReturnType))
        {
            return false;
        }

        if (known.TryGetValue(definition, out bool answer))
        {
            return answer;
        }

        // One that is not finished makes everything that leads to it unfinished: a circle alone does not.
        known.Add(definition, true);
        List<IMethodSymbol> bodies = [.. _facts.Overrides.Of(definition)];
        return known[definition] = bodies.Count is > 0 and <= CallChain.MostWays && bodies.TrueForAll(body => IsFinishedBehind(body, known));
    }

    private bool IsFinishedBehind(IMethodSymbol method, Dictionary<ISymbol, bool> known)
    {
        IMethodSymbol body = method.PartialImplementationPart ?? method;
        if (body.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } declaration || !_facts.Owns(declaration.SyntaxTree))
        {
            return false;
        }

        if (declaration is AccessorDeclarationSyntax { Body: null, ExpressionBody: null } && body is { IsAbstract: false, AssociatedSymbol: { } property })
        {
            return IsIn(property, known);
        }

        (BlockSyntax? block, ArrowExpressionClauseSyntax? arrow) = declaration switch
        {
            MethodDeclarationSyntax { Body: var inner, ExpressionBody: var expression } => (inner, expression),
            LocalFunctionStatementSyntax { Body: var inner, ExpressionBody: var expression } => (inner, expression),
            AccessorDeclarationSyntax { Body: var inner, ExpressionBody: var expression } => (inner, expression),
            _ => (null, declaration as ArrowExpressionClauseSyntax),
        };
        SyntaxNode? whole = (SyntaxNode?)block ?? arrow;
        if (whole is null)
        {
            return false;
        }

        SemanticModel model = _facts.ModelOf(declaration.SyntaxTree);
        IEnumerable<SyntaxNode> nodes = whole.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));
        if (body.IsAsync)
        {
            return nodes.All(node => node switch
            {
                AwaitExpressionSyntax { Expression: var awaited } => IsFinished(awaited, model, known),
                CommonForEachStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword } => false,
                UsingStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword } => false,
                LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword } => false,
                _ => true,
            });
        }

        return arrow is not null ? IsFinished(arrow.Expression, model, known)
            : nodes.OfType<ReturnStatementSyntax>().All(returned => returned.Expression is { } expression && IsFinished(expression, model, known));
    }

    private bool IsFinished(ExpressionSyntax expression, SemanticModel model, Dictionary<ISymbol, bool> known)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax { Expression: var inner }:
                return IsFinished(inner, model, known);
            case CastExpressionSyntax { Expression: var inner }:
                return IsFinished(inner, model, known);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var inner }:
                return IsFinished(inner, model, known);
            case ConditionalExpressionSyntax conditional:
                return IsFinished(conditional.WhenTrue, model, known) && IsFinished(conditional.WhenFalse, model, known);
            case SwitchExpressionSyntax { Arms: var arms }:
                return arms.All(arm => IsFinished(arm.Expression, model, known));
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                return IsFinished(coalesce.Left, model, known) && IsFinished(coalesce.Right, model, known);
            case ThrowExpressionSyntax or LiteralExpressionSyntax or DefaultExpressionSyntax:
                // Nobody waits for null, and the default of a value task is finished.
                return true;
            case BaseObjectCreationExpressionSyntax creation:
                return model.GetSymbolInfo(creation).Symbol is IMethodSymbol { ContainingType.IsValueType: true, Parameters: var parameters }
                    && (parameters.Length == 0 || (parameters[0].Type.Name != "IValueTaskSource"
                        && (!_facts.Types.IsTask(parameters[0].Type) || IsFinished(creation.ArgumentList!.Arguments[0].Expression, model, known))));
            case InvocationExpressionSyntax invocation when model.GetSymbolInfo(invocation).Symbol is IMethodSymbol called:
                return invocation.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && KnownCalls.PassesReceiver(called)
                    ? IsFinished(receiver, model, known)
                    : Gives(called, known);
            case SimpleNameSyntax or MemberAccessExpressionSyntax:
                return model.GetSymbolInfo(expression).Symbol switch
                {
                    ILocalSymbol local => IsIn(local, known),
                    IFieldSymbol { IsReadOnly: true } field => IsIn(field, known),
                    IPropertySymbol { SetMethod: null, GetMethod: { } getter } property => IsCompletedTask(property) || Gives(getter, known),
                    _ => false,
                };
            default:
                return false;
        }
    }

    /// <summary>True when all that is stored in a variable is finished, and something is.</summary>
    private bool IsIn(ISymbol variable, Dictionary<ISymbol, bool> known)
    {
        if (known.TryGetValue(variable, out bool answer))
        {
            return answer;
        }

        known.Add(variable, true);
        List<Write>? writes = _facts.VariableWrites.Of(variable)?.ToList();
        return known[variable] = writes is { Count: > 0 } && writes.TrueForAll(write => write.Value is { } value && IsFinished(value, _facts.ModelOf(value.SyntaxTree), known));
    }

    private static bool IsKnown(IMethodSymbol method) =>
        method is { Name: "FromResult" or "FromException" or "FromCanceled", ContainingType: { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" }, DeclaringSyntaxReferences.Length: 0 };

    private static bool IsCompletedTask(ISymbol member) =>
        member is { Name: "CompletedTask", ContainingType: { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" }, DeclaringSyntaxReferences.Length: 0 };

    private static bool IsOnlyContinued(IParameterSymbol parameter)
    {
        var method = (IMethodSymbol)parameter.ContainingSymbol;
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } declaration)
        {
            return false;
        }

        if (declaration is AnonymousFunctionExpressionSyntax lambda)
        {
            return IsContinuation(lambda);
        }

        IEnumerable<SyntaxNode> users = method.MethodKind == MethodKind.LocalFunction ? [declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>()!]
            : method.DeclaredAccessibility == Accessibility.Private ? method.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()) : [];
        List<ExpressionSyntax> uses = [.. users.SelectMany(user => user.DescendantNodes()).OfType<SimpleNameSyntax>().Where(name => name.Identifier.ValueText == method.Name)
            .Select(name => name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? (ExpressionSyntax)access : name)];
        return uses.Count > 0 && uses.TrueForAll(IsContinuation);
    }

    private static bool IsContinuation(ExpressionSyntax code) => code.Parent is ArgumentSyntax
    {
        Parent: ArgumentListSyntax
        {
            Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ContinueWith" } or MemberBindingExpressionSyntax { Name.Identifier.ValueText: "ContinueWith" } },
            Arguments: [var first, ..],
        },
    }
    && first.Expression == code;
}
