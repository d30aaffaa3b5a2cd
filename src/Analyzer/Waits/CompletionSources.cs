using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>Which code runs on the thread that completes a <c>TaskCompletionSource</c>: what awaits its task, up to the next await.</summary>
/// <remarks>Sources are told apart by the member that holds them, itself or as a collection. Thread-safe.</remarks>
internal sealed class CompletionSources
{
    private readonly ConcurrentDictionary<ISymbol, bool> _inline = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<ResumedPart>> _resumed = new(SymbolEqualityComparer.Default);
    private readonly CompilationFacts _facts;

    public CompletionSources(CompilationFacts facts) => _facts = facts;

    public static bool IsSource(ITypeSymbol? type) =>
        type is { Name: "TaskCompletionSource", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } };

    /// <summary>The source whose task a place is, or <see langword="null"/>.</summary>
    public static Place? SourceOf(Place task) =>
        task is { Kind: PlaceKind.Member, Symbol: IPropertySymbol { Name: "Task" }, Owner: { } source } && IsSource(LockClasses.TypeOf(source))
        && (source.Kind == PlaceKind.Fresh || HolderOf(source) is not null)
            ? source
            : null;

    /// <summary>The member that holds the source at a place: a field or property, or a collection that it is an element of.</summary>
    public static ISymbol? HolderOf(Place source) => (source.Kind == PlaceKind.Element ? source.Owner!.Symbol : source.Symbol) is { } holder and (IFieldSymbol or IPropertySymbol) ? holder : null;

    /// <summary>True when completing the source in a member runs its continuations before the call returns.</summary>
    public bool RunsInline(Place source) => HolderOf(source) is { } holder && _inline.GetOrAdd(holder.OriginalDefinition, source.Kind == PlaceKind.Element ? AreCollectedInline : ReadCreations);

    /// <summary>What goes on when the source at a place is completed, each with its receiver as the completer sees it.</summary>
    public IEnumerable<(ResumedPart Part, Place? Receiver)> ResumedBy(Place source)
    {
        foreach (ResumedPart part in _resumed.GetOrAdd(HolderOf(source)!, source.Kind == PlaceKind.Element ? FindCollected : Find))
        {
            yield return (part, ReceiverOf(part.Source, source));
        }
    }

    // One source under two names: awaited as `_done` and completed as `job._done`, the receiver that awaits is `job`.
    private static Place? ReceiverOf(Place awaited, Place completed)
    {
        Place? inner = awaited;
        Place? outer = completed;
        while (inner is { Kind: PlaceKind.Member } && outer is { Kind: PlaceKind.Member } && SymbolEqualityComparer.Default.Equals(inner.Symbol, outer.Symbol))
        {
            inner = inner.Owner;
            outer = outer.Owner;
        }

        return inner is { Kind: PlaceKind.This } ? outer : null;
    }

    // A source that is made with options that cannot be read runs nothing inline: a false alarm costs more than a miss.
    private bool ReadCreations(ISymbol member)
    {
        IEnumerable<SyntaxNode?> initializers = member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).Select(declaration => declaration switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        });
        return initializers.Concat(_facts.Index.StoredAs(member.Name).Where(stored => IsMember(stored.Target, member)).Select(stored => stored.Value))
            .OfType<BaseObjectCreationExpressionSyntax>()
            .Any(creation => creation.ArgumentList is null || creation.ArgumentList.Arguments.All(argument => argument.Expression is LiteralExpressionSyntax or ThisExpressionSyntax));
    }

    // Which of the sources that a body makes goes into the collection, nobody tells: one that runs elsewhere silences them.
    private bool AreCollectedInline(ISymbol collection)
    {
        List<SyntaxNode> bodies = [.. BodiesThatFill(collection)];
        return bodies.Count > 0 && !bodies.Exists(body => body.DescendantNodes().Any(node => node is IdentifierNameSyntax { Identifier.ValueText: "RunContinuationsAsynchronously" or "TaskCreationOptions" }));
    }

    private IReadOnlyList<ResumedPart> FindCollected(ISymbol collection) =>
        [.. BodiesThatFill(collection).Select(_facts.FactsOf).OfType<BodyFacts>().SelectMany(body => body.Nested.Prepend(body)).SelectMany(body => body.Resumed).Where(part => part.Source.Kind == PlaceKind.Fresh)];

    private IEnumerable<SyntaxNode> BodiesThatFill(ISymbol collection) => _facts.Index.CollectedIn(collection.Name)
        .Where(added => IsMember(added.Target, collection.OriginalDefinition))
        .Select(added => added.Target.FirstAncestorOrSelf<SyntaxNode>(node => _facts.Index.EntryAt(node) is not null))
        .OfType<SyntaxNode>().Distinct();

    private bool IsMember(SyntaxNode target, ISymbol member) =>
        target is ExpressionSyntax expression && SymbolEqualityComparer.Default.Equals(_facts.ModelOf(target.SyntaxTree).GetSymbolInfo(expression).Symbol?.OriginalDefinition, member);

    // By name first: who awaits, and mentions the source or a member that gives its task away.
    private IReadOnlyList<ResumedPart> Find(ISymbol member)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { member.Name };
        names.UnionWith(_facts.Index.Mentioning(member.Name).Where(entry => entry.Mentions.Contains("Task")).Select(entry => entry.Name));
        return
        [
            .. names.SelectMany(_facts.Index.Mentioning).Where(entry => entry.Mentions.Contains(TreeIndex.Await)).Distinct()
                .Select(entry => _facts.FactsOf(entry.Declaration)).OfType<BodyFacts>()
                .SelectMany(body => body.Nested.Prepend(body))
                .SelectMany(body => body.Resumed)
                .Where(part => SymbolEqualityComparer.Default.Equals(part.Source.Symbol, member)),
        ];
    }
}

/// <summary>What a body does between an await of a task and the next one.</summary>
/// <param name="Source">The completion source whose task is awaited, in the words of the body.</param>
/// <param name="Facts">What is done there.</param>
internal sealed record ResumedPart(Place Source, BodyFacts Facts);
