using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>Which members of its object a method may give a value to, itself or by calls of other methods of the object.</summary>
/// <remarks>References only. By names alone, over the declarations of a type and its bases: too many rather than too few. Thread-safe.</remarks>
internal sealed class AssignedMembers
{
    private const string _setter = "set ";

    private readonly ConcurrentDictionary<INamedTypeSymbol, ILookup<string, MemberCode>> _code = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(INamedTypeSymbol Type, string Code), IReadOnlyCollection<string>> _known = new();

    /// <summary>What a call of a method assigns.</summary>
    /// <param name="type">The type of the object.</param>
    /// <param name="method">The method; a constructor runs the initializers, and those of the bases, too.</param>
    public IReadOnlyCollection<string> By(INamedTypeSymbol type, IMethodSymbol method)
    {
        INamedTypeSymbol definition = type.OriginalDefinition;
        string name = method.MethodKind == MethodKind.PropertySet ? _setter + CompilationFacts.NameOf(method) : CompilationFacts.NameOf(method);
        return _known.GetOrAdd((definition, name), key => Close(key.Type, key.Code, method.MethodKind == MethodKind.Constructor));
    }

    private HashSet<string> Close(INamedTypeSymbol type, string start, bool isConstructor)
    {
        ILookup<string, MemberCode> code = _code.GetOrAdd(type, Read);
        var assigned = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { start };
        if (isConstructor)
        {
            seen.Add("");
            for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
            {
                seen.Add(at.Name);
            }
        }

        var work = new Queue<string>(seen);
        while (work.Count > 0)
        {
            foreach (MemberCode member in code[work.Dequeue()])
            {
                assigned.UnionWith(member.Assigned);
                foreach (string used in member.Used.Concat(member.Assigned.Select(name => _setter + name)))
                {
                    if (seen.Add(used))
                    {
                        work.Enqueue(used);
                    }
                }
            }
        }

        // Locals have names, too.
        assigned.RemoveWhere(name => !HasReference(type, name));
        return assigned;
    }

    private static bool HasReference(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (at.GetMembers(name).Any(member => member is IFieldSymbol { IsStatic: false, Type.IsValueType: false } or IPropertySymbol { IsStatic: false, Type.IsValueType: false }))
            {
                return true;
            }
        }

        return false;
    }

    private static ILookup<string, MemberCode> Read(INamedTypeSymbol type)
    {
        var found = new List<MemberCode>();
        for (INamedTypeSymbol? at = type; at is { DeclaringSyntaxReferences.Length: > 0 }; at = at.BaseType)
        {
            foreach (TypeDeclarationSyntax declaration in at.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>())
            {
                foreach (MemberDeclarationSyntax member in declaration.Members)
                {
                    found.AddRange(Read(member, at.Name));
                }
            }
        }

        return found.ToLookup(member => member.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<MemberCode> Read(MemberDeclarationSyntax member, string type)
    {
        switch (member)
        {
            case ConstructorDeclarationSyntax constructor:
                yield return MemberCode.Of(type, constructor);
                break;
            case MethodDeclarationSyntax method:
                yield return MemberCode.Of(method.Identifier.ValueText, method);
                break;
            case BaseFieldDeclarationSyntax field:
                // What initializers give a value to, every constructor does; their code is that of no method.
                yield return new MemberCode("", [.. field.Declaration.Variables.Where(variable => IsValue(variable.Initializer)).Select(variable => variable.Identifier.ValueText)], []);
                break;
            case BasePropertyDeclarationSyntax property:
                string name = property switch
                {
                    PropertyDeclarationSyntax named => named.Identifier.ValueText,
                    EventDeclarationSyntax @event => @event.Identifier.ValueText,
                    _ => "this[]",
                };
                if (property is PropertyDeclarationSyntax { Initializer: { } initializer } && IsValue(initializer))
                {
                    yield return new MemberCode("", [name], []);
                }

                if (property is PropertyDeclarationSyntax { ExpressionBody: { } arrow })
                {
                    yield return MemberCode.Of(name, arrow);
                }

                foreach (AccessorDeclarationSyntax accessor in property.AccessorList?.Accessors ?? default)
                {
                    yield return MemberCode.Of(accessor.Kind() is SyntaxKind.SetAccessorDeclaration or SyntaxKind.InitAccessorDeclaration ? _setter + name : name, accessor);
                }

                break;
        }
    }

    private static bool IsValue(EqualsValueClauseSyntax? initializer) => initializer?.Value.IsKind(SyntaxKind.NullLiteralExpression) == false;

    /// <summary>The code of one member: what it assigns, and what it uses of its own object.</summary>
    private sealed record MemberCode(string Name, HashSet<string> Assigned, HashSet<string> Used)
    {
        public static MemberCode Of(string name, SyntaxNode code)
        {
            var assigned = new HashSet<string>(StringComparer.Ordinal);
            var used = new HashSet<string>(StringComparer.Ordinal);
            foreach (SyntaxNode node in code.DescendantNodes())
            {
                switch (node)
                {
                    case AssignmentExpressionSyntax assignment when !assignment.Right.IsKind(SyntaxKind.NullLiteralExpression):
                        Add(assigned, assignment.Left);
                        break;
                    case ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None } argument:
                        Add(assigned, argument.Expression);
                        break;
                    case SimpleNameSyntax identifier when OwnName(identifier.Parent is MemberAccessExpressionSyntax access && access.Name == identifier ? access : identifier) is { } own:
                        used.Add(own);
                        break;
                }
            }

            return new MemberCode(name, assigned, used);
        }

        private static void Add(HashSet<string> assigned, ExpressionSyntax target)
        {
            if (target is TupleExpressionSyntax tuple)
            {
                foreach (ArgumentSyntax part in tuple.Arguments)
                {
                    Add(assigned, part.Expression);
                }
            }
            else if (OwnName(target) is { } name)
            {
                assigned.Add(name);
            }
        }

        private static string? OwnName(ExpressionSyntax expression) => expression switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax, Name: var name } => name.Identifier.ValueText,
            _ => null,
        };
    }
}
