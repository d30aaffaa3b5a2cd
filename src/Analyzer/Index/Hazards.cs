using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>Members that matter under a lock though they take none: they run code of others on the spot, or block the thread.</summary>
internal static class Hazards
{
    /// <summary>True when a name is used as the member that it names is: by syntax alone, so that few other members of the name are taken for it.</summary>
    public static bool IsOne(SimpleNameSyntax name)
    {
        if (name.Parent is InvocationExpressionSyntax direct && direct.Expression == name)
        {
            // `_callback(x)`: methods are named with a capital.
            return name is IdentifierNameSyntax { Identifier.ValueText: { Length: > 0 } text } && !char.IsUpper(text[0]) && text != "nameof";
        }

        if (name.Parent is not (MemberAccessExpressionSyntax or MemberBindingExpressionSyntax))
        {
            return false;
        }

        SyntaxNode member = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name.Parent;
        int? arguments = member.Parent is InvocationExpressionSyntax call && call.Expression == member ? call.ArgumentList.Arguments.Count : null;
        return name.Identifier.ValueText switch
        {
            "SetResult" or "TrySetResult" or "SetException" or "TrySetException" or "SetCanceled" or "TrySetCanceled" or "SetFromTask" or "TrySetFromTask" => arguments is not null,
            "Cancel" => arguments is 0 or 1,
            "Invoke" => arguments is not null,
            "Sleep" or "WaitAll" or "WaitAny" or "SignalAndWait" or "WaitForExit" or "SpinUntil" => arguments is not null,
            "Take" or "GetResult" => arguments is 0,
            "Join" => arguments is 0 or 1 && name.Parent is MemberAccessExpressionSyntax { Expression: not PredefinedTypeSyntax },
            "Result" => arguments is null && !(member.Parent is AssignmentExpressionSyntax assignment && assignment.Left == member),
            _ => false,
        };
    }
}
