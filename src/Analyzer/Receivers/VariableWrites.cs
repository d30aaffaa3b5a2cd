using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>Everything that the program stores in a variable.</summary>
/// <remarks>Found by name first, then by symbol. Thread-safe.</remarks>
internal sealed class VariableWrites
{
    // A name that so many bodies mention, or so many places write, stands for too many variables.
    private const int _mostBodies = 300;
    private const int _mostWrites = 40;

    private readonly CompilationFacts _facts;

    public VariableWrites(CompilationFacts facts) => _facts = facts;

    /// <summary>All writes of a variable, the value of its declaration first; those of <see langword="null"/> may be left out.</summary>
    /// <param name="variable">A local, field or property.</param>
    /// <returns><see langword="null"/> when nobody can tell: code that is not seen gives it its value, or too many places write something of its name.</returns>
    public IEnumerable<Write>? Of(ISymbol variable)
    {
        ISymbol definition = variable.OriginalDefinition;
        List<SyntaxNode> declarations = [.. definition.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax())];

        // What else declares a variable gives it a value, too: a loop, a pattern, an argument. What is written to a reference is written somewhere else.
        if (declarations.Count == 0 || definition is ILocalSymbol { IsRef: true } || !declarations.TrueForAll(declaration => declaration is VariableDeclaratorSyntax or PropertyDeclarationSyntax && _facts.Owns(declaration.SyntaxTree)))
        {
            return null;
        }

        List<SyntaxNode> users = [.. UsersOf(definition, declarations[0]).Take(_mostBodies + 1)];
        List<Write> named = [.. users.SelectMany(user => Writes.Of(definition.Name, user)).Take(_mostWrites + 1)];
        return users.Count > _mostBodies || named.Count > _mostWrites ? null : declarations.SelectMany(InitialOf).Concat(named.Where(write => IsOf(write, definition)));
    }

    /// <summary>The code that may write a variable.</summary>
    private IEnumerable<SyntaxNode> UsersOf(ISymbol variable, SyntaxNode declaration)
    {
        if (variable is not ILocalSymbol)
        {
            return _facts.Index.Mentioning(variable.Name, variable.DeclaredAccessibility == Accessibility.Private ? variable.ContainingType : null).Select(body => body.Declaration);
        }

        MemberDeclarationSyntax? member = declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member is null ? [] : member is GlobalStatementSyntax { Parent: { } program } ? [program] : [member];
    }

    private static IEnumerable<Write> InitialOf(SyntaxNode declaration)
    {
        EqualsValueClauseSyntax? initializer = declaration is VariableDeclaratorSyntax variable ? variable.Initializer : ((PropertyDeclarationSyntax)declaration).Initializer;
        return initializer is null ? [] : [new Write(declaration, initializer.Value)];
    }

    // A property may be set under the name that a base or an interface has for it. What cannot be resolved may be any of its name.
    private bool IsOf(Write write, ISymbol variable)
    {
        ISymbol? target = _facts.ModelOf(write.Target.SyntaxTree).GetSymbolInfo((ExpressionSyntax)write.Target).Symbol?.OriginalDefinition;
        return target is null || SymbolEqualityComparer.Default.Equals(target, variable)
            || (target is IPropertySymbol && variable is IPropertySymbol && Dispatch.IsOrDerives(variable.ContainingType, target.ContainingType));
    }
}
