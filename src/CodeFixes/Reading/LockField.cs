using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LockGraph.CodeFixes;

/// <summary>A private field whose initializer makes an <see cref="object"/> or a <c>System.Threading.Lock</c>, with all its uses.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Compilation">The compilation.</param>
/// <param name="Declaration">The declaration; of this one field.</param>
/// <param name="Creation">The initializer.</param>
/// <param name="IsObject">True for an object, false for a <c>Lock</c>.</param>
/// <param name="Uses">The uses.</param>
internal sealed record LockField(
    Solution Solution, CSharpCompilation Compilation, FieldDeclarationSyntax Declaration, BaseObjectCreationExpressionSyntax Creation, bool IsObject, IReadOnlyList<LockUse> Uses)
{
    /// <summary>The field at a place; <see langword="null"/> when there is none, or when it is more than a lock.</summary>
    public static async Task<LockField?> At(Document document, TextSpan span, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (root?.FindNode(span).FirstAncestorOrSelf<FieldDeclarationSyntax>() is not
            { Declaration.Variables: [{ Initializer.Value: BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList: null or { Arguments.Count: 0 } } creation } variable] } declaration
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { Compilation: CSharpCompilation compilation } model
            || model.GetDeclaredSymbol(variable, cancellation) is not IFieldSymbol field)
        {
            return null;
        }

        bool isObject = field.Type.SpecialType == SpecialType.System_Object && model.GetTypeInfo(creation, cancellation).Type?.SpecialType == SpecialType.System_Object;
        if ((!isObject && field.Type.ToDisplayString() != "System.Threading.Lock") || await LockUses.OfField(document.Project.Solution, field, cancellation).ConfigureAwait(false) is not { } uses)
        {
            return null;
        }

        return new LockField(document.Project.Solution, compilation, declaration, creation, isObject, [.. uses.SelectMany(pair => pair.Uses)]);
    }
}
