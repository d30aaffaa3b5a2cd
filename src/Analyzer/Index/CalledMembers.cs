using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>The members that one body mentions, with the types of their receivers as far as its syntax tells. Binds nothing.</summary>
/// <remarks>What cannot be told is unknown, and stands for anything: variables of lambdas, results of operators, type parameters.</remarks>
internal sealed class CalledMembers
{
    private readonly List<Mention> _found = [];
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

    /// <summary>The members, in the order of the sources; one may be named more than once.</summary>
    public IReadOnlyList<Mention> Mentions => _found;

    /// <summary>What a body mentions.</summary>
    public static CalledMembers Of(BodyEntry entry)
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
                members.Add(name, constructor, TypeWay.To(new NamedType(name, null)), MemberUse.Create);
            }
        }

        return members;
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
                Add("GetEnumerator", each, items);
                Add("MoveNext", each, items);
                Add("Current", each, items);
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
                Add("Dispose", node, WayOf(resource));
                Add("DisposeAsync", node, WayOf(resource));
                break;
            case ElementAccessExpressionSyntax element:
                Add(TypeWay.Element, element, WayOf(element.Expression), UseOf(element));
                break;
            case ElementBindingExpressionSyntax binding:
                Add(TypeWay.Element, binding, Before(binding), UseOf(binding));
                break;
            case ImplicitObjectCreationExpressionSyntax creation:
                Add(CalledMember.New, creation, WayToMade(creation), MemberUse.Create, creation.ArgumentList.Arguments.Count);
                break;
            case InterpolationSyntax interpolation:
                Add("ToString", interpolation, WayOf(interpolation.Expression));
                break;
        }
    }

    private void LookAtUsing(VariableDeclarationSyntax declaration, VariableDeclaratorSyntax variable)
    {
        if (declaration.Parent is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword })
        {
            TypeWay? resource = _variables[variable.Identifier.ValueText];
            Add("Dispose", declaration, resource);
            Add("DisposeAsync", declaration, resource);
        }
    }

    private void Mention(SimpleNameSyntax name)
    {
        string text = name.Identifier.ValueText;
        switch (name.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Name == name:
                Add(text, name, WayOf(access.Expression), UseOf(access), ArgumentsOf(access));
                return;
            case MemberBindingExpressionSyntax binding:
                Add(text, name, Before(binding), UseOf(binding), ArgumentsOf(binding));
                return;
            case NameColonSyntax { Parent: SubpatternSyntax }:
                // A member of what is matched.
                Add(text, name, null);
                return;
            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment when assignment.Left == name:
                // A member of what is made.
                Add(text, name, null, MemberUse.Any);
                return;
            case NameColonSyntax or NameEqualsSyntax:
                return;
        }

        if (CreationOf(name) is { } made)
        {
            Add(text, name, TypeWay.To(new NamedType(text, null)), MemberUse.Create, made.ArgumentList?.Arguments.Count ?? 0);
        }
        else if (!_variables.ContainsKey(text) && !SyntaxFacts.IsInTypeOnlyContext(name))
        {
            _found.Add(new Mention(new CalledMember(text, _own, true, UseOf(name), ArgumentsOf(name)), name));
        }
    }

    private static MemberUse UseOf(ExpressionSyntax member) => member.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Left == member => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? MemberUse.Write : MemberUse.Any,
        PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } => MemberUse.Any,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression } => MemberUse.Any,
        ArgumentSyntax { Parent: TupleExpressionSyntax } or ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax or ParenthesizedExpressionSyntax => MemberUse.Any,
        _ => MemberUse.Read,
    };

    private static int ArgumentsOf(ExpressionSyntax member) => member.Parent is InvocationExpressionSyntax call && call.Expression == member ? call.ArgumentList.Arguments.Count : -1;

    // Where `new(…)` says no type, what it is stored in or returned as does.
    private TypeWay? WayToMade(ExpressionSyntax made) => made.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } => WayTo(declaration.Type),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => WayTo(property.Type),
        AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment => WayOf(assignment.Left),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice => WayToMade(choice),
        ArrowExpressionClauseSyntax or ReturnStatementSyntax => WayToReturned(made.Parent),
        ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax => WayToMade((ExpressionSyntax)made.Parent),
        SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => WayToMade(choice),
        _ => null,
    };

    private TypeWay? WayToReturned(SyntaxNode at)
    {
        switch (at.Ancestors().FirstOrDefault(around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax))
        {
            case LocalFunctionStatementSyntax function:
                return Returned(function.ReturnType, function.Modifiers);
            case MethodDeclarationSyntax method:
                return Returned(method.ReturnType, method.Modifiers);
            case OperatorDeclarationSyntax @operator:
                return WayTo(@operator.ReturnType);
            case ConversionOperatorDeclarationSyntax conversion:
                return WayTo(conversion.Type);
            case BasePropertyDeclarationSyntax property:
                return WayTo(property.Type);
            default:
                return null;
        }

        TypeWay? Returned(TypeSyntax type, SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.AsyncKeyword) ? WayTo(type)?.Then(TypeWay.Awaited) : WayTo(type);
    }

    private static ObjectCreationExpressionSyntax? CreationOf(SimpleNameSyntax name)
    {
        SyntaxNode type = name;
        while (type.Parent is QualifiedNameSyntax qualified && qualified.Right == type)
        {
            type = qualified;
        }

        return type.Parent is ObjectCreationExpressionSyntax creation && creation.Type == type ? creation : null;
    }

    private void Add(string name, SyntaxNode site, TypeWay? receiver, MemberUse use = MemberUse.Read, int arguments = -1) =>
        _found.Add(new Mention(new CalledMember(name, receiver, false, use, arguments), site));

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

    /// <summary>The way to the type of an expression of the body; <see langword="null"/> when nobody knows.</summary>
    public TypeWay? WayOf(ExpressionSyntax expression)
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
