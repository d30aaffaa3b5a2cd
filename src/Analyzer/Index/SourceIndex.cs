using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>The indexes of all source files of a compilation, and what follows from them by names.</summary>
/// <remarks>
/// Thread-safe once made, but for <see cref="CallsOf"/>, which is asked at the end of a compilation. Calls and the closure over them are made when somebody
/// asks for them; the rules of one file never do.
/// </remarks>
internal sealed class SourceIndex
{
    private readonly HashSet<string> _lockThis = new(StringComparer.Ordinal);
    private readonly HashSet<string> _contractNames = new(StringComparer.Ordinal);
    private readonly Lazy<Callers> _callers;
    private readonly Lazy<LockClosure> _mayLock;
    private readonly Lazy<HashSet<string>> _handling;
    private readonly Lazy<HashSet<string>> _lockers;
    private readonly Lazy<ILookup<string, StoredValue>> _stored;
    private readonly Lazy<ILookup<string, StoredValue>> _collected;
    private readonly Lazy<ILookup<string, BodyEntry>> _mentions;

    /// <param name="trees">The files.</param>
    /// <param name="blocking">Simple names of members whose calls matter under a lock because the settings say so.</param>
    /// <param name="summaries">What other assemblies tell of their members: names that may lock.</param>
    public SourceIndex(IEnumerable<SyntaxTree> trees, IReadOnlyCollection<string> blocking, ReferencedSummaries summaries)
    {
        Trees = [.. trees.Select(tree => TreeIndex.Of(tree))];
        foreach (TreeIndex tree in Trees)
        {
            _lockThis.UnionWith(tree.LockThis);
            _contractNames.UnionWith(tree.ContractNames);
        }

        _callers = new Lazy<Callers>(() => new Callers(Trees, [.. _contractNames, .. summaries.Names]));
        _mayLock = new Lazy<LockClosure>(() => new LockClosure(
            _callers.Value,
            Trees.SelectMany(tree => tree.Bodies).Where(entry => entry.Locks || entry.MattersUnderLock || (blocking.Count > 0 && entry.Mentions.Overlaps(blocking))),
            [.. _contractNames, .. summaries.Names]));
        _handling = new Lazy<HashSet<string>>(() => [.. Trees.SelectMany(tree => tree.Bodies).Where(entry => entry.HandlesLocks).Select(entry => entry.Name)]);
        _lockers = new Lazy<HashSet<string>>(
            () => [.. Trees.SelectMany(tree => tree.Bodies).Where(entry => entry is { Locks: true, UsesParameters: true }).Select(entry => entry.Name), .. summaries.Takers]);
        _stored = new Lazy<ILookup<string, StoredValue>>(() => Trees.SelectMany(tree => tree.Stored).ToLookup(stored => stored.Name, StringComparer.Ordinal));
        _collected = new Lazy<ILookup<string, StoredValue>>(() => Trees.SelectMany(tree => tree.Collected).ToLookup(stored => stored.Name, StringComparer.Ordinal));
        _mentions = new Lazy<ILookup<string, BodyEntry>>(
            () => Trees.SelectMany(tree => tree.Bodies).SelectMany(entry => entry.Mentions.Select(name => (name, entry))).ToLookup(pair => pair.name, pair => pair.entry, StringComparer.Ordinal));
    }

    public IReadOnlyList<TreeIndex> Trees { get; }

    /// <summary>The places that may call a body, or, without one, a member of the name.</summary>
    public IEnumerable<SyntaxNode> CallsOf(SyntaxNode? body, string name) =>
        (body is not null && EntryAt(body) is { } entry ? _callers.Value.Of(entry) : _callers.Value.Mentioning(name)).Select(mention => mention.Mention.Site);

    public IReadOnlyCollection<string> ContractNames => _contractNames;

    public BodyEntry? EntryAt(SyntaxNode declaration) => TreeIndex.Of(declaration.SyntaxTree).EntryAt(declaration);

    /// <summary>True when some file has an attribute that is named like one of ours, or names ours otherwise.</summary>
    public bool MayAnnotate => Trees.Any(tree => tree.MayAnnotate);

    public bool LocksThis(string type) => _lockThis.Contains(type);

    /// <summary>True when a body may lead to an acquisition.</summary>
    public bool MayLock(BodyEntry entry) => _mayLock.Value.Contains(entry);

    /// <summary>True when a member of the name may.</summary>
    public bool MayLock(string name) => _mayLock.Value.Contains(name);

    /// <summary>True when a body calls members of locks by hand, or a body that does.</summary>
    public bool HandlesLocks(BodyEntry entry) => entry.HandlesLocks || (entry.Mentions.Count < 24 && entry.Mentions.Overlaps(_handling.Value));

    /// <summary>What is stored under a name anywhere.</summary>
    public IEnumerable<StoredValue> StoredAs(string name) => _stored.Value[name];

    /// <summary>What is put into a collection of a name anywhere.</summary>
    public IEnumerable<StoredValue> CollectedIn(string name) => _collected.Value[name];

    /// <summary>The bodies that mention a name, in the files of a type or, without one, anywhere.</summary>
    public IEnumerable<BodyEntry> Mentioning(string name, INamedTypeSymbol? within) => within is null ? Mentioning(name) : FilesOf(within)
        .SelectMany(tree => TreeIndex.Of(tree).Bodies).Where(entry => entry.Mentions.Contains(name));

    /// <summary>The files that a type is declared in.</summary>
    public static IEnumerable<SyntaxTree> FilesOf(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).Distinct();

    /// <summary>The bodies that mention a name.</summary>
    public IEnumerable<BodyEntry> Mentioning(string name) => _mentions.Value[name];

    /// <summary>True when a body is worth interpreting for its own sake.</summary>
    public bool IsWorthALook(BodyEntry entry) => entry.Locks || _contractNames.Contains(entry.Name) || entry.Mentions.Overlaps(_contractNames);

    /// <summary>True when a body hands something to a method that locks or calls what it is given.</summary>
    public bool HandsToLocker(BodyEntry entry) => entry.Mentions.Overlaps(_lockers.Value);
}
