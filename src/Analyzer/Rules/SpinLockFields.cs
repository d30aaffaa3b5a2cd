using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>LG3004 for SpinLock: a value, of which a readonly field gives out copies.</summary>
internal static class SpinLockFields
{
    public static IEnumerable<Finding> In(SyntaxTree tree, SemanticModel model, CancellationToken cancellation)
    {
        foreach (FieldDeclarationSyntax field in tree.GetRoot(cancellation).DescendantNodes(node => node is not BlockSyntax).OfType<FieldDeclarationSyntax>())
        {
            if (!field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) || !IsNamedSpinLock(field.Declaration.Type))
            {
                continue;
            }

            foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
            {
                if (model.GetDeclaredSymbol(variable, cancellation) is IFieldSymbol { Type: { IsValueType: true, Name: "SpinLock" } })
                {
                    yield return new Finding(
                        RuleIds.WrongObject, variable.GetLocation(), ["'" + variable.Identifier.ValueText + "'", "a readonly SpinLock is copied at every call, so nothing is ever locked"]);
                }
            }
        }
    }

    private static bool IsNamedSpinLock(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText == "SpinLock",
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText == "SpinLock",
        _ => false,
    };
}
