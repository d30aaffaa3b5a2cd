using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace LockGraph.CodeFixes;

/// <summary>Writes a private field that is nothing but a lock.</summary>
internal static class GateWriting
{
    /// <summary>A name that nothing in the type uses, in the style of its fields: <c>_gate</c>, <c>s_gate</c>, <c>gate</c>.</summary>
    public static string FreeName(INamedTypeSymbol type, bool isStatic)
    {
        IFieldSymbol[] fields = [.. type.GetMembers().OfType<IFieldSymbol>().Where(field => field is { IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Private, IsConst: false })];
        bool plain = Array.Exists(fields, field => char.IsLower(field.Name[0]) && !field.Name.StartsWith("s_", StringComparison.Ordinal));
        bool underscored = Array.Exists(fields, field => field.IsStatic && field.Name[0] == '_');
        string name = plain ? "gate" : isStatic && !underscored ? "s_gate" : "_gate";
        var taken = new HashSet<string>(
            type.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().DescendantTokens()).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)
                .Concat(Inherited(type)),
            StringComparer.Ordinal);
        string free = name;
        for (int i = 2; taken.Contains(free); i++)
        {
            free = name + i;
        }

        return free;
    }

    /// <summary>The type with the field before its first member.</summary>
    public static TypeDeclarationSyntax WithField(TypeDeclarationSyntax type, string name, bool isStatic, bool asLock, SyntaxTrivia lineBreak, LanguageVersion version)
    {
        string lockType = asLock ? "System.Threading.Lock" : "object";
        var field = (FieldDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(
            "private " + (isStatic ? "static " : "") + "readonly " + lockType + " " + name + " = new" + (version >= LanguageVersion.CSharp9 ? "();" : " object();"))!;
        field = field.ReplaceNode(field.Declaration.Type, field.Declaration.Type.WithAdditionalAnnotations(Simplifier.Annotation)).WithTrailingTrivia(lineBreak);
        SyntaxList<MemberDeclarationSyntax> members = type.Members;
        if (members.Count > 0)
        {
            MemberDeclarationSyntax first = members[0].WithoutBlankLinesBefore();
            members = members.Replace(members[0], first is FieldDeclarationSyntax ? first : first.WithBlankLineBefore(lineBreak));
        }

        return type.WithMembers(members.Insert(0, field.WithAdditionalAnnotations(Formatter.Annotation)));
    }

    private static IEnumerable<string> Inherited(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? at = type.BaseType; at is not null; at = at.BaseType)
        {
            foreach (ISymbol member in at.GetMembers())
            {
                yield return member.Name;
            }
        }
    }
}
