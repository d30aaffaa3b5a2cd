using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace LockGraph.CodeFixes;

/// <summary>Gives a lock field another type, and writes its uses for that type.</summary>
internal sealed class GateConversion
{
    // Member of Monitor with the count of arguments behind the object -> member of the lock; a property has no arguments.
    private static readonly Dictionary<(string Method, int Arguments), string> _lockMembers = new()
    {
        [("Enter", 0)] = "Enter",
        [("Exit", 0)] = "Exit",
        [("TryEnter", 0)] = "TryEnter",
        [("TryEnter", 1)] = "TryEnter",
        [("IsEntered", 0)] = "IsHeldByCurrentThread",
    };

    private static readonly Dictionary<(string Method, int Arguments), string> _monitorMembers = new()
    {
        [("Enter", 0)] = "Enter",
        [("Enter", 1)] = "Enter",
        [("Exit", 0)] = "Exit",
        [("TryEnter", 0)] = "TryEnter",
        [("TryEnter", 1)] = "TryEnter",
        [("TryEnter", 2)] = "TryEnter",
        [("IsEntered", 0)] = "IsEntered",
        [("Wait", 0)] = "Wait",
        [("Wait", 1)] = "Wait",
        [("Wait", 2)] = "Wait",
        [("Pulse", 0)] = "Pulse",
        [("PulseAll", 0)] = "PulseAll",
    };

    private readonly LockField _field;
    private readonly string _namespace;
    private readonly bool _scoped;
    private readonly Dictionary<(string Method, int Arguments), string> _members;

    private GateConversion(LockField field, string space, string typeName, bool scoped, Dictionary<(string, int), string> members)
    {
        _field = field;
        _namespace = space;
        TypeName = typeName;
        _scoped = scoped;
        _members = members;
    }

    /// <summary>The new type, without its namespace.</summary>
    public string TypeName { get; }

    /// <summary>To <c>System.Threading.Lock</c>; <see langword="null"/> when some use has no counterpart.</summary>
    public static GateConversion? ToSystemLock(LockField field) =>
        field.IsObject ? Checked(field, new GateConversion(field, "System.Threading", "Lock", scoped: false, _lockMembers)) : null;

    /// <summary>To the tracked twin; <see langword="null"/> when some use has no counterpart.</summary>
    public static GateConversion? ToTracked(LockField field) => Checked(
        field, new GateConversion(field, "LockGraph", field.IsObject ? "TrackedMonitor" : "TrackedLock", scoped: true, _monitorMembers));

    /// <summary>The solution with the field and its uses changed.</summary>
    public async Task<Solution> Apply(CancellationToken cancellation)
    {
        var changes = new DocumentChanges(_field.Solution);
        TypeSyntax type = SyntaxFactory.ParseTypeName(_namespace + "." + TypeName).WithAdditionalAnnotations(Simplifier.Annotation);
        changes.Replace(_field.Declaration.Declaration.Type, old => type.WithTriviaFrom(old));
        if (_field.Creation is ObjectCreationExpressionSyntax creation)
        {
            changes.Replace(creation.Type, old => type.WithTriviaFrom(old));
        }

        foreach (LockUse use in _field.Uses)
        {
            switch (use.Kind)
            {
                case LockUseKind.Statement when _scoped:
                    changes.Replace(use.Expression.Parent!, old => ScopeWriting.AsUsing((LockStatementSyntax)old, ((LockStatementSyntax)old).Expression));
                    break;
                case LockUseKind.MonitorCall:
                    string member = _members[(use.Method!.Name, use.Call.ArgumentList.Arguments.Count - 1)];
                    changes.Replace(use.Call, old => MemberCall((InvocationExpressionSyntax)old, member));
                    break;
            }
        }

        return await changes.Apply(cancellation).ConfigureAwait(false);
    }

    private static GateConversion? Checked(LockField field, GateConversion conversion)
    {
        bool known = !field.Compilation.GetTypesByMetadataName(conversion._namespace + "." + conversion.TypeName).IsEmpty;
        return known && (conversion._scoped || field.Compilation.LanguageVersion >= LanguageVersions.CSharp13) && field.Uses.All(conversion.HasCounterpart) ? conversion : null;
    }

    private bool HasCounterpart(LockUse use) => use.Kind switch
    {
        // Neither lock lets its statement be suspended; a lock statement on an object may hold a yield.
        LockUseKind.Statement => use.Expression.Parent is LockStatementSyntax statement && ScopeWriting.CanHoldScope(statement),
        LockUseKind.MonitorCall => use.Method is { } method && use.Call.ArgumentList.Arguments.All(argument => argument.NameColon is null)
            && _members.TryGetValue((method.Name, use.Call.ArgumentList.Arguments.Count - 1), out _)
            && (_scoped || method.Parameters.All(parameter => parameter.RefKind == RefKind.None)),
        LockUseKind.MemberCall => !_field.IsObject && use.Method is not null && !NamesItsScope(use.Call),
        LockUseKind.Member => !_field.IsObject,
        LockUseKind.Name => true,
        _ => false,
    };

    // Lock.Scope scope = gate.EnterScope();
    private static bool NamesItsScope(InvocationExpressionSyntax call) => call.Parent switch
    {
        EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax declaration } => !declaration.Type.IsVar,
        UsingStatementSyntax or ExpressionStatementSyntax => false,
        _ => ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText == "EnterScope",
    };

    // Monitor.TryEnter(gate, 10) -> gate.TryEnter(10), Monitor.IsEntered(gate) -> gate.IsEntered
    private static ExpressionSyntax MemberCall(InvocationExpressionSyntax call, string member)
    {
        ExpressionSyntax access = SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, call.ArgumentList.Arguments[0].Expression.WithoutTrivia(), SyntaxFactory.IdentifierName(member));
        return (member.StartsWith("Is", StringComparison.Ordinal)
            ? access
            : SyntaxFactory.InvocationExpression(access, call.ArgumentList.WithArguments(call.ArgumentList.Arguments.RemoveAt(0)))).WithTriviaFrom(call);
    }
}
