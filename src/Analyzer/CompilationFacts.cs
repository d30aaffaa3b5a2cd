using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>Everything that is known of one compilation, or of several that refer to each other, each part made when it is first asked for.</summary>
/// <remarks>
/// Thread-safe. Lives as long as its compilations, and holds nothing of any other. What is made once serves whoever asks later, so no request can
/// cancel it: whoever goes through bodies looks at his token between two of them.
/// </remarks>
internal sealed class CompilationFacts
{
    private readonly Lazy<Dictionary<SyntaxTree, Compilation>> _owners;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly ConcurrentDictionary<SyntaxNode, BodyFacts?> _bodies = [];
    private readonly Lazy<SourceIndex> _index;

    /// <param name="compilations">The compilation; for a program of several, those that are referred to before those that refer to them.</param>
    /// <param name="settings">The options.</param>
    /// <param name="summaries">What referenced assemblies tell of themselves; nothing by default.</param>
    public CompilationFacts(IReadOnlyList<Compilation> compilations, AnalyzerSettings settings, ReferencedSummaries? summaries = null)
    {
        Summaries = summaries ?? ReferencedSummaries.None;
        Compilations = compilations;
        Settings = settings;
        _owners = new Lazy<Dictionary<SyntaxTree, Compilation>>(() => compilations.SelectMany(compilation => compilation.SyntaxTrees.Select(tree => (tree, compilation)))
            .GroupBy(pair => pair.tree).ToDictionary(group => group.Key, group => group.First().compilation));
        Types = new KnownTypes(compilations);
        Classes = new LockClasses(Types, type => Index.LocksThis(type.Name), Summaries);
        summaries?.Use(Classes);
        Contracts = new Contracts(new AnnotatedAssemblies(() => Index.MayAnnotate));
        Calls = new LockCalls(Types, settings);
        NetEffects = new NetEffects(this);
        ReturnedPlaces = new ReturnedPlaces(this);
        Overrides = new Overrides(compilations);
        VariableWrites = new VariableWrites(this);
        YieldedLocks = new YieldedLocks(this);
        CompletionSources = new CompletionSources(this);
        HandedLocks = new HandedLocks(this);
        BaseConstructors = new BaseConstructors(this);
        Handovers = new Handovers(this);
        FinishedTasks = new FinishedTasks(this);
        KnownWaits = new KnownWaits(this);
        _index = new Lazy<SourceIndex>(() => new SourceIndex(compilations.SelectMany(compilation => compilation.SyntaxTrees).Distinct(), [.. Hazardous(compilations, settings)], Summaries));
    }

    // Names of calls that matter under a lock because the settings say so.
    private static IEnumerable<string> Hazardous(IReadOnlyList<Compilation> compilations, AnalyzerSettings settings)
    {
        IEnumerable<string> waits = settings.BlockingCalls.Select(name => name.Substring(name.LastIndexOf('.') + 1));
        return !settings.ExternalCallbacks ? waits
            : waits.Concat(compilations.SelectMany(compilation => compilation.SyntaxTrees).SelectMany(tree => OpenMembers.NamesIn(TreeIndex.Of(tree)))).Distinct();
    }

    public IReadOnlyList<Compilation> Compilations { get; }

    public AnalyzerSettings Settings { get; }

    /// <summary>What referenced assemblies tell of themselves.</summary>
    public ReferencedSummaries Summaries { get; }

    /// <summary>True when this compilation is to tell of itself in turn.</summary>
    public bool IsSummarized { get; init; }

    public KnownTypes Types { get; }

    public LockClasses Classes { get; }

    public Contracts Contracts { get; }

    public LockCalls Calls { get; }

    public NetEffects NetEffects { get; }

    public ReturnedPlaces ReturnedPlaces { get; }

    public Overrides Overrides { get; }

    public VariableWrites VariableWrites { get; }

    public YieldedLocks YieldedLocks { get; }

    public CompletionSources CompletionSources { get; }

    public HandedLocks HandedLocks { get; }

    public BaseConstructors BaseConstructors { get; }

    public Handovers Handovers { get; }

    public AssignedMembers AssignedMembers { get; } = new();

    public FinishedTasks FinishedTasks { get; }

    public KnownWaits KnownWaits { get; }

    /// <summary>What the sources say by syntax alone.</summary>
    public SourceIndex Index => _index.Value;

    /// <summary>True when uses of fields are gathered to infer which lock guards them.</summary>
    public bool Infers { get; init; } = true;

#pragma warning disable RS1030 // Calls lead across files, and so do the models that are needed.
    public SemanticModel ModelOf(SyntaxTree tree) => _models.GetOrAdd(tree, asked =>
        (Compilations.Count == 1 ? Compilations[0] : _owners.Value.TryGetValue(asked, out Compilation? owner) ? owner : Compilations[0]).GetSemanticModel(asked));
#pragma warning restore RS1030

    /// <summary>True for a file of these compilations.</summary>
    public bool Owns(SyntaxTree tree) => Compilations.Count == 1 ? Compilations[0].ContainsSyntaxTree(tree) : _owners.Value.ContainsKey(tree);

    /// <summary>What a body does; <see langword="null"/> when it has no source or is not to be looked at.</summary>
    public BodyFacts? FactsOf(IMethodSymbol method)
    {
        if (method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction)
        {
            SyntaxNode? inner = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
            return inner is not null && BodyAround(inner) is { } around ? FactsOf(around)?.Nested.Find(nested => IsAt(nested.Body, inner)) : null;
        }

        return BodyOf(method) is { } declaration ? FactsOf(declaration) : Summaries.FactsOf(method);
    }

    /// <summary>What the body at a declaration does.</summary>
    public BodyFacts? FactsOf(SyntaxNode declaration) => _bodies.TryGetValue(declaration, out BodyFacts? known) ? known : _bodies.GetOrAdd(declaration, Interpret(declaration));

    /// <summary>The node of <see cref="BodyEntry.Declaration"/> that holds the body of a method.</summary>
    public SyntaxNode? BodyOf(IMethodSymbol method)
    {
        IMethodSymbol body = method.PartialImplementationPart ?? method;
        foreach (SyntaxReference reference in body.OriginalDefinition.DeclaringSyntaxReferences)
        {
            SyntaxNode node = reference.GetSyntax();
            if (!Owns(node.SyntaxTree))
            {
                continue;
            }

            if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or CompilationUnitSyntax)
            {
                return node;
            }
        }

        return null;
    }

    /// <summary>How the lock at a place is used when only its declaration is known.</summary>
    public LockPrimitive PrimitiveAt(Place place) => Types.PrimitiveOf(LockClasses.TypeOf(place)) ?? LockPrimitive.Monitor;

    /// <summary>False for what looks like a lock and is none: a semaphore of several slots.</summary>
    public bool IsLock(Place place, LockPrimitive primitive)
    {
        if (primitive.Family != LockFamily.Semaphore)
        {
            return true;
        }

        return place.Kind switch
        {
            PlaceKind.Member or PlaceKind.Static => Classes.Of(HandedLocks.OriginOf(place.Symbol!) ?? place.Symbol!).IsLock,
            PlaceKind.Element => true,
            PlaceKind.Parameter => true,
            _ => false,
        };
    }

    /// <summary>True when a place has a lock class.</summary>
    public bool IsNamed(Place place) => place.Kind is PlaceKind.Member or PlaceKind.Static or PlaceKind.This;

    /// <summary>True when a call of a method may lead to an acquisition, as far as syntax tells.</summary>
    public bool MayLock(IMethodSymbol method)
    {
        SyntaxNode? body = method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction
            ? method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } inner ? BodyAround(inner) : null
            : BodyOf(method);
        return (body is not null && Index.EntryAt(body) is { } entry ? Index.MayLock(entry) : RunsSource(method) && Index.MayLock(NameOf(method))) || !Contracts.Of(method).IsEmpty;
    }

    /// <summary>True when a call of a method may run code of these compilations.</summary>
    public bool RunsSource(IMethodSymbol method) => method.DeclaringSyntaxReferences.Length > 0 || method.Locations.Any(location => location.IsInSource) || IsOpenElsewhere(method) || Summaries.Knows(method);

    // Half of all types implement these: which one it is, only the type of the receiver tells.
    private static bool IsEverywhere(INamedTypeSymbol? type) => type is null
        || type.SpecialType is SpecialType.System_Object or SpecialType.System_IDisposable
        || type.Name is "IAsyncDisposable" or "IEnumerator" or "IEnumerable" or "IComparable" or "IEquatable" or "IComparer" or "IEqualityComparer" or "IFormattable" or "ValueType"
        || Namespaces.IsWithin(type.ContainingNamespace, "System.Collections");

    // Declared by the framework, implemented here: IObserver.OnNext.
    private static bool IsOpenElsewhere(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Length == 0 && !IsEverywhere(method.ContainingType) && (method.IsAbstract || method.IsVirtual || method.IsOverride || method.ContainingType?.TypeKind == TypeKind.Interface);

    /// <summary>True when a body handles locks by hand, so that it may return with one.</summary>
    public bool MayLeaveHeld(IMethodSymbol method) => BodyOf(method) is { } node && Index.EntryAt(node) is { } entry && Index.HandlesLocks(entry);

    /// <summary>What a blocking call waits for; <see langword="null"/> for a call that does not block.</summary>
    public string? WaitOf(IMethodSymbol method) =>
        KnownCalls.WaitOf(method) ?? (Settings.BlockingCalls.Count > 0 && Settings.BlockingCalls.Contains(SymbolNames.Of(method.OriginalDefinition)) ? SymbolNames.Short(method) : null);

    /// <summary>True when a method calls what it was given as a parameter while it runs.</summary>
    public bool InvokesParameter(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (BodyOf(method) is not { } node)
        {
            return Summaries.Invokes(method, parameter.Ordinal);
        }

        if (Index.EntryAt(node) is not { } entry || !entry.Mentions.Contains(parameter.Name))
        {
            return false;
        }

        foreach (InvocationExpressionSyntax call in node.DescendantNodes(inner => inner is not AnonymousFunctionExpressionSyntax).OfType<InvocationExpressionSyntax>())
        {
            ExpressionSyntax called = call.Expression switch
            {
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } access => access.Expression,
                MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Invoke" } when call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } conditional => conditional.Expression,
                _ => call.Expression,
            };
            if (called is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when another body of the type does the other half: acquires, or releases, a lock that this one does not.</summary>
    public bool HasPartner(ISymbol body, Place place, bool acquires)
    {
        string name = place.Kind == PlaceKind.This ? "this" : place.Symbol?.Name ?? "";
        return body.ContainingType is { } type && type.DeclaringSyntaxReferences.Any(reference =>
            Partners.Exist(reference.GetSyntax(), Own(body), name, acquires, Index));
    }

    /// <summary>The name under which <see cref="BodyEntry.Name"/> knows a method.</summary>
    public static string NameOf(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Constructor or MethodKind.StaticConstructor => method.ContainingType.Name,
        MethodKind.PropertyGet or MethodKind.PropertySet when method.AssociatedSymbol is IPropertySymbol { IsIndexer: true } => "this[]",
        MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove => method.AssociatedSymbol!.Name,
        MethodKind.UserDefinedOperator => "op_" + SyntaxKind.OperatorDeclaration,
        MethodKind.Conversion => "op_" + SyntaxKind.ConversionOperatorDeclaration,
        MethodKind.Destructor => "op_" + SyntaxKind.DestructorDeclaration,
        MethodKind.ExplicitInterfaceImplementation when method.ExplicitInterfaceImplementations.FirstOrDefault() is { } promised => promised.Name,
        _ => method.Name,
    };

    private SyntaxNode? Own(ISymbol body) => body is IMethodSymbol method ? BodyOf(method) : null;

    private SyntaxNode? BodyAround(SyntaxNode inner)
    {
        for (SyntaxNode? at = inner.Parent; at is not null; at = at.Parent)
        {
            if (Index.EntryAt(at) is not null)
            {
                return at;
            }
        }

        return null;
    }

    private static bool IsAt(ISymbol body, SyntaxNode syntax) =>
        body.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && reference.SyntaxTree == syntax.SyntaxTree && reference.Span == syntax.Span;

    private BodyFacts? Interpret(SyntaxNode declaration)
    {
        SemanticModel model = ModelOf(declaration.SyntaxTree);
        ISymbol? symbol = declaration switch
        {
            EqualsValueClauseSyntax { Parent: { } parent } => model.GetDeclaredSymbol(parent),
            ArrowExpressionClauseSyntax { Parent: { } parent } => (model.GetDeclaredSymbol(parent) as IPropertySymbol)?.GetMethod,
            CompilationUnitSyntax unit => model.GetDeclaredSymbol(unit),
            _ => model.GetDeclaredSymbol(declaration),
        };
        // The code of a lock is not a user of locks: it makes one of another.
        if (symbol is null || Types.PrimitiveOf(symbol.ContainingType) is not null || Contracts.Of(symbol).NoAnalysis || Settings.IsExcluded(symbol.ContainingType))
        {
            return null;
        }

        ControlFlowGraph? graph = GraphOf(model.GetOperation(declaration));
        return graph is null ? null : BodyInterpreter.Interpret(this, symbol, graph);
    }

    private ControlFlowGraph? GraphOf(IOperation? operation) => operation switch
    {
        IMethodBodyOperation body => ControlFlowGraph.Create(body),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body),
        IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block),
        IFieldInitializerOperation initializer => ControlFlowGraph.Create(initializer),
        IPropertyInitializerOperation initializer => ControlFlowGraph.Create(initializer),
        _ => null,
    };
}
