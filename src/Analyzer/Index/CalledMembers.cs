using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>The members that one body mentions, with the types of their receivers as far as its syntax tells. Binds nothing.</summary>
/// <remarks>What cannot be told is unknown, and stands for anything: variables of lambdas, results of operators, type parameters.</remarks>
internal sealed class CalledMembers
{
    private readonly List<CalledMember> _found = [];
    private readonly Dictionary<string, TypeWay?> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _typeParameters = new(StringComparer.Ordinal);
    private readonly TypeWay? _own;

    private CalledMembers(SyntaxNode declaration)
    {
        if (declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
        {
            _own = TypeWay.To(new NamedType(type.Identifier.ValueText, null));
            _typeParameters.UnionWith(TypeNames.ParametersAround(type));
        }

        for (SyntaxNode? around = declaration; around is not null; around = around.Parent)
        {
            if (around is MethodDeclarationSyntax { TypeParameterList: { } generic })
            {
                _typeParameters.UnionWith(TypeNames.ParametersIn(generic));
            }

            switch (around)
            {
                case BaseMethodDeclarationSyntax method:
                    Declare(method.ParameterList);
                    break;
                case IndexerDeclarationSyntax indexer:
                    Declare(indexer.ParameterList);
                    Declare("value", WayTo(indexer.Type));
                    break;
                case PropertyDeclarationSyntax property:
                    Declare("value", WayTo(property.Type));
                    break;
            }
        }
    }

    /// <summary>The members that a body mentions; one may be named more than once.</summary>
    public static IReadOnlyList<CalledMember> Of(BodyEntry entry)
    {
        var members = new CalledMembers(entry.Declaration);
        IEnumerable<SyntaxNode> parts = entry.Declaration is CompilationUnitSyntax unit ? unit.Members.OfType<GlobalStatementSyntax>() : [entry.Declaration];
        foreach (SyntaxNode node in parts.SelectMany(part => part.DescendantNodes()))
        {
            members.Look(node);
        }

        if (entry.Declaration is ConstructorDeclarationSyntax constructor && constructor.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } own)
        {
            // A constructor runs one of its base, or another of its own, whether it says so or not.
            foreach (string name in TypeNames.BasesOf(own).Append(own.Identifier.ValueText))
            {
                members._found.Add(new CalledMember(name, TypeWay.To(new NamedType(name, null)), false));
            }
        }

        return members._found;
    }

    /// <summary>A type as it is written, or <see langword="null"/> for what is no name of a type.</summary>
    public static NamedType? Named(TypeSyntax? type) => type switch
    {
        GenericNameSyntax generic => new NamedType(generic.Identifier.ValueText, Named(generic.TypeArgumentList.Arguments.LastOrDefault())?.Name),
        SimpleNameSyntax simple => new NamedType(simple.Identifier.ValueText, null),
        QualifiedNameSyntax qualified => Named(qualified.Right),
        AliasQualifiedNameSyntax alias => Named(alias.Name),
        NullableTypeSyntax nullable => Named(nullable.ElementType),
        RefTypeSyntax reference => Named(reference.Type),
        PredefinedTypeSyntax predefined => new NamedType(predefined.Keyword.ValueText, null),
        ArrayTypeSyntax array => new NamedType("[]", array.RankSpecifiers.Count == 1 ? Named(array.ElementType)?.Name : null),
        _ => null,
    };

    private void Look(SyntaxNode node)
    {
        switch (node)
        {
            case SimpleNameSyntax name:
                Mention(name);
                break;
            case ParameterSyntax parameter:
                Declare(parameter.Identifier.ValueText, WayTo(parameter.Type));
                break;
            case TypeParameterSyntax type:
                _typeParameters.Add(type.Identifier.ValueText);
                break;
            case LocalFunctionStatementSyntax function:
                Declare(function.Identifier.ValueText, null);
                break;
            case VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: not BaseFieldDeclarationSyntax } declaration } variable:
                Declare(variable.Identifier.ValueText, declaration.Type.IsVar ? variable.Initializer is { } initializer ? WayOf(initializer.Value) : null : WayTo(declaration.Type));
                LookAtUsing(declaration, variable);
                break;
            case SingleVariableDesignationSyntax variable:
                Declare(variable.Identifier.ValueText, variable.Parent switch
                {
                    DeclarationPatternSyntax pattern => WayTo(pattern.Type),
                    RecursivePatternSyntax { Type: { } type } => WayTo(type),
                    DeclarationExpressionSyntax { Type: { IsVar: false } type } => WayTo(type),
                    _ => null,
                });
                break;
            case ForEachStatementSyntax each:
                TypeWay? items = WayOf(each.Expression);
                Declare(each.Identifier.ValueText, each.Type.IsVar ? items?.Then(TypeWay.Element) : WayTo(each.Type));
                Add("GetEnumerator", items);
                Add("MoveNext", items);
                Add("Current", items);
                break;
            case CatchDeclarationSyntax caught:
                Declare(caught.Identifier.ValueText, WayTo(caught.Type));
                break;
            case FromClauseSyntax or LetClauseSyntax or JoinClauseSyntax or JoinIntoClauseSyntax or QueryContinuationSyntax:
                foreach (SyntaxToken token in node.ChildTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)))
                {
                    Declare(token.ValueText, null);
                }

                break;
            case UsingStatementSyntax { Expression: { } resource }:
                Add("Dispose", WayOf(resource));
                Add("DisposeAsync", WayOf(resource));
                break;
            case ElementAccessExpressionSyntax element:
                Add(TypeWay.Element, WayOf(element.Expression));
                break;
            case ElementBindingExpressionSyntax binding:
                Add(TypeWay.Element, Before(binding));
                break;
            case InterpolationSyntax interpolation:
                Add("ToString", WayOf(interpolation.Expression));
                break;
        }
    }

    private void LookAtUsing(VariableDeclarationSyntax declaration, VariableDeclaratorSyntax variable)
    {
        if (declaration.Parent is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword })
        {
            TypeWay? resource = _variables[variable.Identifier.ValueText];
            Add("Dispose", resource);
            Add("DisposeAsync", resource);
        }
    }

    private void Mention(SimpleNameSyntax name)
    {
        string text = name.Identifier.ValueText;
        switch (name.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Name == name:
                Add(text, WayOf(access.Expression));
                return;
            case MemberBindingExpressionSyntax binding:
                Add(text, Before(binding));
                return;
            case NameColonSyntax { Parent: SubpatternSyntax }:
            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment when assignment.Left == name:
                // A member of what is matched, or made.
                Add(text, null);
                return;
            case NameColonSyntax or NameEqualsSyntax:
                return;
        }

        if (IsCreated(name))
        {
            Add(text, TypeWay.To(new NamedType(text, null)));
        }
        else if (!_variables.ContainsKey(text))
        {
            _found.Add(new CalledMember(text, _own, true));
        }
    }

    private static bool IsCreated(SimpleNameSyntax name)
    {
        SyntaxNode type = name;
        while (type.Parent is QualifiedNameSyntax qualified && qualified.Right == type)
        {
            type = qualified;
        }

        return type.Parent is ObjectCreationExpressionSyntax creation && creation.Type == type;
    }

    private void Add(string name, TypeWay? receiver) => _found.Add(new CalledMember(name, receiver, false));

    private void Declare(BaseParameterListSyntax parameters)
    {
        foreach (ParameterSyntax parameter in parameters.Parameters)
        {
            Declare(parameter.Identifier.ValueText, WayTo(parameter.Type));
        }
    }

    // One name for two variables of different types is neither of them.
    private void Declare(string name, TypeWay? way) => _variables[name] = _variables.TryGetValue(name, out TypeWay? known) && known != way ? null : way;

    private TypeWay? WayTo(TypeSyntax? type) => Named(type) is { } named && !_typeParameters.Contains(named.Name)
        ? TypeWay.To(named.Item is { } item && _typeParameters.Contains(item) ? named with { Item = null } : named)
        : null;

    private TypeWay? WayOf(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ThisExpressionSyntax or BaseExpressionSyntax:
                return _own;
            case ParenthesizedExpressionSyntax inner:
                return WayOf(inner.Expression);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure:
                return WayOf(sure.Operand);
            case SimpleNameSyntax name:
                string text = name.Identifier.ValueText;
                return _variables.TryGetValue(text, out TypeWay? variable) ? variable : _own is null || _typeParameters.Contains(text) ? null : new TypeWay(_own.Start, true, [text]);
            case PredefinedTypeSyntax predefined:
                return WayTo(predefined);
            case MemberAccessExpressionSyntax access:
                return WayOf(access.Expression)?.Then(access.Name.Identifier.ValueText);
            case MemberBindingExpressionSyntax binding:
                return Before(binding)?.Then(binding.Name.Identifier.ValueText);
            case ConditionalAccessExpressionSyntax conditional:
                return WayOf(conditional.WhenNotNull);
            case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }:
                return TypeWay.To(new NamedType("string", null));
            case InvocationExpressionSyntax call:
                return WayOf(call.Expression);
            case ElementAccessExpressionSyntax element:
                return WayOf(element.Expression)?.Then(TypeWay.Element);
            case ElementBindingExpressionSyntax binding:
                return Before(binding)?.Then(TypeWay.Element);
            case ObjectCreationExpressionSyntax creation:
                return WayTo(creation.Type);
            case ArrayCreationExpressionSyntax array:
                return WayTo(array.Type);
            case CastExpressionSyntax cast:
                return WayTo(cast.Type);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression, Right: TypeSyntax type }:
                return WayTo(type);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                return WayOf(coalesce.Left);
            case AwaitExpressionSyntax awaited:
                return WayOf(awaited.Expression)?.Then(TypeWay.Awaited);
            case TypeOfExpressionSyntax:
                return TypeWay.To(new NamedType("Type", null));
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } or InterpolatedStringExpressionSyntax:
                return TypeWay.To(new NamedType("string", null));
            default:
                return null;
        }
    }

    // `a?.B`, `a?[i]`: what stands before the question mark.
    private TypeWay? Before(SyntaxNode binding)
    {
        for (SyntaxNode at = binding; at.Parent is { } parent; at = parent)
        {
            if (parent is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == at)
            {
                return WayOf(conditional.Expression);
            }
        }

        return null;
    }
}
