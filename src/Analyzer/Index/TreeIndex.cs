using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>What one source file says about locks, by syntax alone: cheap to make, and valid as long as the tree lives.</summary>
/// <remarks>
/// Kept with its tree, which never changes: after an edit only the edited file is looked at again, and nothing of an earlier compilation
/// can leak into a later one. Cost: one walk over the tree.
/// </remarks>
internal sealed class TreeIndex
{
    /// <summary>What a body with an await mentions.</summary>
    public const string Await = "await";

    /// <summary>What an iterator mentions.</summary>
    public const string Yield = "yield";

    private static readonly ConditionalWeakTable<SyntaxTree, TreeIndex> _known = new();

    private readonly List<BodyEntry> _bodies = [];
    private readonly Dictionary<SyntaxNode, BodyEntry> _entries = [];
    private readonly List<StoredValue> _stored = [];
    private readonly List<StoredValue> _collected = [];
    private readonly List<AttributeSyntax> _annotations = [];
    private readonly HashSet<string> _contractNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lockThis = new(StringComparer.Ordinal);
    private readonly List<SyntaxNode> _initializedTypes = [];
    private readonly List<TypeDeclarationSyntax> _types = [];
    private readonly List<UsingDirectiveSyntax> _usings = [];

    private TreeIndex()
    {
    }

    public IReadOnlyList<BodyEntry> Bodies => _bodies;

    /// <summary>The body of a declaration.</summary>
    public BodyEntry? EntryAt(SyntaxNode declaration) => _entries.TryGetValue(declaration, out BodyEntry? entry) ? entry : null;

    public IReadOnlyList<StoredValue> Stored => _stored;

    /// <summary>What is put into collections, under the names of the collections.</summary>
    public IReadOnlyList<StoredValue> Collected => _collected;

    /// <summary>Attributes that are named like one of ours.</summary>
    public IReadOnlyList<AttributeSyntax> Annotations => _annotations;

    /// <summary>True when the file has such attributes, or may have them under names of its own.</summary>
    public bool MayAnnotate => _annotations.Count > 0 || _usings.Exists(used => used.Alias is not null && used.ToString().Contains("LockGraph"));

    public IReadOnlyList<UsingDirectiveSyntax> Usings => _usings;

    /// <summary>Names of members that carry an annotation, or yield under a lock: whoever mentions one is looked at.</summary>
    public IReadOnlyCollection<string> ContractNames => _contractNames;

    /// <summary>Names of types that lock their own receivers.</summary>
    public IReadOnlyCollection<string> LockThis => _lockThis;

    /// <summary>The types that the file declares.</summary>
    public IReadOnlyList<TypeDeclarationSyntax> Types => _types;

    /// <summary>Static constructors and static initializers that run code.</summary>
    public IReadOnlyList<SyntaxNode> TypeInitializers => _initializedTypes;

    /// <summary>What a body with a <c>new(…)</c> of so many arguments mentions.</summary>
    public static string NewOf(int arguments) => "new(" + arguments.ToString(System.Globalization.CultureInfo.InvariantCulture) + ")";

    public static TreeIndex Of(SyntaxTree tree, CancellationToken cancellation = default)
    {
        if (!_known.TryGetValue(tree, out TreeIndex? index))
        {
            index = new TreeIndex();
            index.Scan(tree.GetRoot(cancellation), cancellation);
            TreeIndex made = index;
            index = _known.GetValue(tree, _ => made);
        }

        return index;
    }

    private void Scan(SyntaxNode root, CancellationToken cancellation)
    {
        if (root is CompilationUnitSyntax unit)
        {
            foreach (AttributeListSyntax list in unit.AttributeLists)
            {
                Annotate(list, null);
            }

            _usings.AddRange(unit.Usings);

            if (unit.Members.OfType<GlobalStatementSyntax>().Any())
            {
                AddBody(unit, "<Main>$", unit.Members.OfType<GlobalStatementSyntax>());
            }

            foreach (MemberDeclarationSyntax member in unit.Members)
            {
                cancellation.ThrowIfCancellationRequested();
                Scan(member);
            }
        }
    }

    private void Scan(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax space:
                _usings.AddRange(space.Usings);
                foreach (MemberDeclarationSyntax inner in space.Members)
                {
                    Scan(inner);
                }

                break;
            case TypeDeclarationSyntax type:
                Annotate(type, type.Identifier.ValueText);
                _types.Add(type);
                if (type.ParameterList is not null || type.BaseList?.Types.Any(known => known is PrimaryConstructorBaseTypeSyntax) == true)
                {
                    AddParameterAnnotations(type.ParameterList);
                }

                foreach (MemberDeclarationSyntax inner in type.Members)
                {
                    Scan(inner);
                }

                break;
            case DelegateDeclarationSyntax @delegate:
                Annotate(@delegate, @delegate.Identifier.ValueText);
                break;
            case BaseMethodDeclarationSyntax method:
                ScanMethod(method);
                break;
            case BasePropertyDeclarationSyntax property:
                ScanProperty(property);
                break;
            case BaseFieldDeclarationSyntax field:
                ScanField(field);
                break;
        }
    }

    private void ScanMethod(BaseMethodDeclarationSyntax method)
    {
        string name = method switch
        {
            MethodDeclarationSyntax ordinary => ordinary.Identifier.ValueText,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
            _ => "op_" + method.Kind(),
        };
        Annotate(method, name);
        if (method is ConstructorDeclarationSyntax && _contractNames.Contains(name))
        {
            _contractNames.Add("new()");
        }

        AddParameterAnnotations(method.ParameterList);
        if (method.ParameterList.Parameters.Any(parameter => parameter is { Modifiers.Count: 0, Type: SimpleNameSyntax { Identifier.ValueText: "SpinLock" } }))
        {
            // Whoever passes a SpinLock by value passes a copy.
            _contractNames.Add(name);
        }

        if (method is ConstructorDeclarationSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.StaticKeyword))
        {
            _initializedTypes.Add(method);
        }

        if (IsSynchronized(method.AttributeLists) && method.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
        {
            _lockThis.Add(type.Identifier.ValueText);
        }

        if (method.Body is not null || method.ExpressionBody is not null)
        {
            // The base call of a constructor is part of its code.
            AddBody(method, name, [method.Body, method.ExpressionBody, (method as ConstructorDeclarationSyntax)?.Initializer], IsSynchronized(method.AttributeLists));
        }
    }

    private void ScanProperty(BasePropertyDeclarationSyntax property)
    {
        string name = property switch
        {
            PropertyDeclarationSyntax named => named.Identifier.ValueText,
            EventDeclarationSyntax @event => @event.Identifier.ValueText,
            _ => "this[]",
        };
        Annotate(property, name);
        ArrowExpressionClauseSyntax? arrow = (property as PropertyDeclarationSyntax)?.ExpressionBody ?? (property as IndexerDeclarationSyntax)?.ExpressionBody;
        if (arrow is not null)
        {
            AddBody(arrow, name, [arrow]);
        }

        foreach (AccessorDeclarationSyntax accessor in property.AccessorList?.Accessors ?? default)
        {
            Annotate(accessor.AttributeLists, name);
            if (accessor.Body is not null || accessor.ExpressionBody is not null)
            {
                AddBody(accessor, name, [accessor.Body, accessor.ExpressionBody], IsSynchronized(accessor.AttributeLists));
            }
        }

        if ((property as PropertyDeclarationSyntax)?.Initializer is { } initializer)
        {
            AddInitializer(property, name, initializer, property.Modifiers);
        }
    }

    private void ScanField(BaseFieldDeclarationSyntax field)
    {
        foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
        {
            Annotate(field, variable.Identifier.ValueText);
            if (variable.Initializer is { } initializer && !field.Modifiers.Any(SyntaxKind.ConstKeyword))
            {
                AddInitializer(variable, variable.Identifier.ValueText, initializer, field.Modifiers);
            }
        }
    }

    private void AddInitializer(SyntaxNode declaration, string name, EqualsValueClauseSyntax initializer, SyntaxTokenList modifiers)
    {
        // Only an initializer that calls something is code worth a look.
        bool runs = initializer.Value is not (LiteralExpressionSyntax or ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null });
        if (!runs)
        {
            return;
        }

        _stored.Add(new StoredValue(name, declaration, initializer.Value));
        AddBody(initializer, name, [initializer]);
        if (modifiers.Any(SyntaxKind.StaticKeyword))
        {
            _initializedTypes.Add(initializer);
        }
    }

    private void AddBody(SyntaxNode declaration, string name, IEnumerable<SyntaxNode?> parts, bool synchronized = false)
    {
        var mentions = new HashSet<string>(StringComparer.Ordinal);
        bool locks = synchronized;
        HashSet<string> parameters = [.. ((declaration as BaseMethodDeclarationSyntax)?.ParameterList.Parameters ?? default).Select(parameter => parameter.Identifier.ValueText)];
        bool usesParameters = false;
        bool mattersUnderLock = false;
        foreach (SyntaxNode? part in parts)
        {
            if (part is null)
            {
                continue;
            }

            foreach (SyntaxNode node in part.DescendantNodesAndSelf())
            {
                switch (node)
                {
                    case SimpleNameSyntax identifier:
                        string text = identifier.Identifier.ValueText;
                        mentions.Add(text);
                        locks |= LockNames.Contains(text);
                        mattersUnderLock |= Hazards.IsOne(identifier);
                        break;
                    case LockStatementSyntax @lock:
                        locks = true;
                        mentions.Add("lock");
                        usesParameters |= @lock.Expression is IdentifierNameSyntax locked && parameters.Contains(locked.Identifier.ValueText);
                        if (@lock.Expression is ThisExpressionSyntax && @lock.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
                        {
                            _lockThis.Add(type.Identifier.ValueText);
                        }

                        break;
                    case InvocationExpressionSyntax { Expression: IdentifierNameSyntax called } when parameters.Contains(called.Identifier.ValueText):
                        usesParameters = true;
                        break;
                    case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Expression: IdentifierNameSyntax invoked } }
                        when parameters.Contains(invoked.Identifier.ValueText):
                        usesParameters = true;
                        break;
                    case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.CoalesceAssignmentExpression } assignment
                        when MayHoldCode(assignment.Right):
                        if (NameOf(assignment.Left) is { } stored)
                        {
                            _stored.Add(new StoredValue(stored, assignment.Left, assignment.Right));
                        }
                        else if (assignment.Left is ElementAccessExpressionSyntax { Expression: { } table } && NameOf(table) is { } keyed)
                        {
                            _collected.Add(new StoredValue(keyed, table, assignment.Right));
                        }

                        if (assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CollectionChanged" or "ListChanged", Expression: { } observed } && NameOf(observed) is { } watched)
                        {
                            // A collection tells its handlers of every change, on the spot.
                            _stored.Add(new StoredValue(watched, observed, assignment.Right));
                        }

                        break;
                    case InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax
                        {
                            Name.Identifier.ValueText: "ContinueWith",
                            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Task", Expression: { } completed },
                        },
                        ArgumentList.Arguments: { Count: > 1 } options,
                    }
                    when NameOf(completed) is { } completion && options[1].ToString().Contains("ExecuteSynchronously"):
                        // What runs on the thread that completes a source is stored in it.
                        _stored.Add(new StoredValue(completion, completed, options[0].Expression));
                        break;
                    case InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd" or "Enqueue" or "Push" or "AddLast" or "AddFirst" or "Insert", Expression: { } collection },
                        ArgumentList.Arguments: { Count: > 0 } added,
                    }
                    when NameOf(collection) is { } list && MayHoldCode(added[added.Count - 1].Expression):
                        _collected.Add(new StoredValue(list, collection, added[added.Count - 1].Expression));
                        break;
                    case InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax
                        {
                            Name.Identifier.ValueText: "Register" or "UnsafeRegister",
                            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Token", Expression: { } source },
                        },
                        ArgumentList.Arguments: [{ Expression: { } callback }, ..],
                    }
                    when NameOf(source) is { } cancelled:
                        // What is registered is stored in the source, as far as its Cancel is concerned.
                        _stored.Add(new StoredValue(cancelled, source, callback));
                        break;
                    case YieldStatementSyntax:
                        mentions.Add(Yield);
                        break;
                    case AwaitExpressionSyntax:
                        mentions.Add(Await);
                        break;
                    case ImplicitObjectCreationExpressionSyntax implicitly:
                        mentions.Add("new()");
                        if (implicitly.ArgumentList.Arguments.Count > 0)
                        {
                            mentions.Add(NewOf(implicitly.ArgumentList.Arguments.Count));
                        }

                        break;
                    case ElementAccessExpressionSyntax:
                        mentions.Add("this[]");
                        break;
                    case UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword }:
                        mentions.Add("Dispose");
                        mentions.Add("DisposeAsync");
                        break;
                    case ForEachStatementSyntax:
                        mentions.Add("GetEnumerator");
                        mentions.Add("MoveNext");
                        mentions.Add("Current");
                        break;
                    case InterpolationSyntax:
                        mentions.Add("ToString");
                        break;
                }
            }
        }

        // Who loops over it works under its lock. Over what is enumerated by itself, every second body loops.
        if (locks && mentions.Contains(Yield) && name != "GetEnumerator")
        {
            _contractNames.Add(name);
        }

        var entry = new BodyEntry(declaration, name, mentions, locks, locks && LockNames.HasOneByHand(mentions), usesParameters, mattersUnderLock);
        _bodies.Add(entry);
        _entries[declaration] = entry;
    }

    private static bool MayHoldCode(ExpressionSyntax value) => value is
        AnonymousFunctionExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax
        or AwaitExpressionSyntax or BinaryExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax;

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsSynchronized(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (AttributeListSyntax list in lists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                if (attribute.ArgumentList is { } arguments && arguments.ToString().Contains("Synchronized"))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Annotate(MemberDeclarationSyntax member, string name) => Annotate(member.AttributeLists, name);

    private void Annotate(SyntaxList<AttributeListSyntax> lists, string? name)
    {
        foreach (AttributeListSyntax list in lists)
        {
            Annotate(list, name);
        }
    }

    private void Annotate(AttributeListSyntax list, string? name)
    {
        foreach (AttributeSyntax attribute in list.Attributes)
        {
            string text = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : (attribute.Name as SimpleNameSyntax)?.Identifier.ValueText ?? "";
            if (LockNames.IsAnnotation(text))
            {
                _annotations.Add(attribute);
                if (name is not null)
                {
                    _contractNames.Add(name);
                }
            }
        }
    }

    private void AddParameterAnnotations(ParameterListSyntax? parameters)
    {
        foreach (ParameterSyntax parameter in parameters?.Parameters ?? default)
        {
            Annotate(parameter.AttributeLists, parameter.Identifier.ValueText);
        }
    }
}
