using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LockGraph.Analyzer;

/// <summary>What the summaries of referenced assemblies say, found by the symbols of this compilation.</summary>
/// <remarks>Read when somebody asks; a file is parsed once as long as its text lives. A file that cannot be read says nothing. Thread-safe.</remarks>
internal sealed class ReferencedSummaries
{
    /// <summary>How the files end.</summary>
    public const string Extension = ".lockgraph-summary";

    private const string _as = " as ";

    private static readonly ConditionalWeakTable<SourceText, StrongBox<AssemblySummary?>> _parsed = new();

    private readonly IReadOnlyList<Compilation> _compilations;
    private readonly Lazy<Dictionary<string, AssemblySummary>> _byAssembly;
    private readonly Lazy<SummarySites> _sites;
    private readonly Lazy<Dictionary<string, (AssemblySummary Summary, SummarizedMember Member)>> _members;
    private readonly Lazy<Dictionary<string, (AssemblySummary Summary, SummarizedMember Member)>> _overrides;
    private readonly Lazy<Dictionary<string, (AssemblySummary Summary, SummarizedLock Lock)>> _locksById;
    private readonly ConcurrentDictionary<ISymbol, BodyFacts?> _bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, BodyFacts?> _bodiesOfOverrides = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, SummarizedLock> _named = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ISymbol?> _symbols = new(StringComparer.Ordinal);
    private readonly Lazy<SummarizedBodies> _maker;
    private LockClasses? _classes;

    /// <param name="compilations">The compilations that refer to the assemblies.</param>
    /// <param name="files">The additional files; those of another kind are left alone.</param>
    public ReferencedSummaries(IReadOnlyList<Compilation> compilations, IEnumerable<AdditionalText> files)
    {
        _compilations = compilations;
        List<AdditionalText> summaries = [.. files.Where(file => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))];
        IsEmpty = summaries.Count == 0;
        _byAssembly = new Lazy<Dictionary<string, AssemblySummary>>(() => Read(summaries));
        _sites = new Lazy<SummarySites>(() => new SummarySites(_byAssembly.Value.Values));
        _members = new Lazy<Dictionary<string, (AssemblySummary Summary, SummarizedMember Member)>>(() => MembersBy(member => member.Ways == 0));
        _overrides = new Lazy<Dictionary<string, (AssemblySummary Summary, SummarizedMember Member)>>(() => MembersBy(member => member.Ways > 0));
        _locksById = new Lazy<Dictionary<string, (AssemblySummary, SummarizedLock)>>(() => _byAssembly.Value.Values
            .SelectMany(summary => summary.Locks.Where(known => known.Id.Length > 0).Select(known => (summary, known)))
            .GroupBy(pair => pair.known.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal));
        _maker = new Lazy<SummarizedBodies>(() => new SummarizedBodies(this, _sites.Value));
    }

    /// <summary>Nothing.</summary>
    public static ReferencedSummaries None { get; } = new([], []);

    /// <summary>True when there are no files: nothing is asked of them.</summary>
    public bool IsEmpty { get; }

    /// <summary>The orders that the assemblies make inside themselves, each with the locks that it speaks of.</summary>
    public IEnumerable<(SummarizedEdge Edge, IReadOnlyList<SummarizedLock> Locks)> Edges => IsEmpty ? [] : _byAssembly.Value.Values.SelectMany(summary => summary.Edges.Select(edge => (edge, summary.Locks)));

    /// <summary>The simple names of the members that do anything with locks.</summary>
    public IEnumerable<string> Names => IsEmpty ? [] : NamesOf(_ => true);

    /// <summary>The simple names of the members that lock or call what they are given.</summary>
    public IEnumerable<string> Takers => IsEmpty ? [] : NamesOf(found => found.Kind == SummarizedKind.Invoke || (found.Kind == SummarizedKind.Acquire && PlaceText.IsHandedIn(found.Subject)));

    public SummarySites Sites => _sites.Value;

    /// <summary>True for a method of another assembly of which a summary tells.</summary>
    public bool Knows(IMethodSymbol method) => !IsEmpty && (FactsOf(method) is not null || OverridesOf(method) is not null);

    /// <summary>What a method of another assembly does itself; <see langword="null"/> for one of which nothing is told.</summary>
    public BodyFacts? FactsOf(IMethodSymbol method) => Find(method, _members, _bodies);

    /// <summary>What the overrides and implementations of a method do in its own assembly.</summary>
    public BodyFacts? OverridesOf(IMethodSymbol method) => Find(method, _overrides, _bodiesOfOverrides);

    /// <summary>How many bodies <see cref="OverridesOf"/> stands for.</summary>
    public int WaysOf(IMethodSymbol method) => _overrides.Value.TryGetValue(PlaceText.IdOf(method), out (AssemblySummary, SummarizedMember Member) told) ? told.Member.Ways : 0;

    /// <summary>True when a method of another assembly calls a parameter while it runs.</summary>
    public bool Invokes(IMethodSymbol method, int parameter) =>
        !IsEmpty && FactsOf(method)?.Calls.Exists(call => call.Delegate is { Kind: PlaceKind.Parameter, Symbol: IParameterSymbol called } && called.Ordinal == parameter) == true;

    /// <summary>Calls, under locks of other assemblies, of what this program may override, implement or fill: each as a body.</summary>
    public IEnumerable<BodyFacts> Raises() =>
        IsEmpty ? [] : _byAssembly.Value.Values.SelectMany(summary => summary.Raises.Select(raise => _maker.Value.Make(raise, summary))).Where(body => body.Calls.Count > 0);

    /// <summary>The lock under a name that <see cref="Place.Named"/> has.</summary>
    public SummarizedLock? LockOf(string name) => _named.TryGetValue(name, out SummarizedLock? known) ? known : null;

    /// <summary>The lock that a member of another assembly holds, as its assembly knows it.</summary>
    public SummarizedLock? LockOf(ISymbol member) =>
        !IsEmpty && IsSummarized(member) && _locksById.Value.TryGetValue(PlaceText.IdOf(member), out (AssemblySummary Summary, SummarizedLock Lock) known) ? known.Lock : null;

    /// <summary>The symbol of a documentation id; <see langword="null"/> for a member that the reference does not show.</summary>
    public ISymbol? SymbolOf(string id) => id.Length == 0 ? null : _symbols.GetOrAdd(id, asked => _compilations
        .Select(compilation => DocumentationCommentId.GetFirstSymbolForDeclarationId(asked, compilation)).FirstOrDefault(symbol => symbol is not null));

    /// <summary>The class of the lock at a place, as this compilation sees it.</summary>
    public string? ClassAt(Place place, LockPrimitive primitive) => _classes?.Resolve(place, primitive)?.Name;

    /// <summary>Tells where the lock classes of this compilation are asked for.</summary>
    public void Use(LockClasses classes) => _classes = classes;

    /// <summary>Gives a lock a name by which <see cref="LockOf(string)"/> finds it: that of the member, unless the class belongs to what is in the member.</summary>
    /// <remarks>By what is told of the lock alone: names go on into the next summary, and who asks first is a matter of threads.</remarks>
    public string Name(string member, SummarizedLock known)
    {
        // A summary may be older than that of the assembly whose member it is.
        bool isItsOwn = known.Id.Length > 0 && _locksById.Value.TryGetValue(known.Id, out (AssemblySummary Summary, SummarizedLock Lock) first) && first.Lock.FullName == known.FullName;
        string ending = _as + known.FullName;
        string name = isItsOwn || member.EndsWith(ending, StringComparison.Ordinal) ? member : member + ending;
        _named.TryAdd(name, known);
        return name;
    }

    /// <summary>The member in a name that a lock was given.</summary>
    public static string MemberIn(string name) => name.IndexOf(_as, StringComparison.Ordinal) is > 0 and int end ? name.Substring(0, end) : name;

    private bool IsSummarized(ISymbol member) => member.ContainingAssembly?.Name is { } assembly && _byAssembly.Value.ContainsKey(assembly);

    private BodyFacts? Find(IMethodSymbol method, Lazy<Dictionary<string, (AssemblySummary Summary, SummarizedMember Member)>> members, ConcurrentDictionary<ISymbol, BodyFacts?> known)
    {
        if (IsEmpty || !IsSummarized(method))
        {
            return null;
        }

        IMethodSymbol definition = method.OriginalDefinition;
        if (known.TryGetValue(definition, out BodyFacts? body))
        {
            return body;
        }

        BodyFacts? made = members.Value.TryGetValue(PlaceText.IdOf(definition), out (AssemblySummary Summary, SummarizedMember Member) told)
            ? _maker.Value.Make(definition, told.Member, told.Summary)
            : null;
        return known.GetOrAdd(definition, made);
    }

    private Dictionary<string, AssemblySummary> Read(IEnumerable<AdditionalText> files)
    {
        var found = new Dictionary<string, AssemblySummary>(StringComparer.Ordinal);
        HashSet<string> referenced = [.. _compilations.SelectMany(compilation => compilation.ReferencedAssemblyNames).Select(identity => identity.Name)];
        foreach (AdditionalText file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (file.GetText() is { } text && _parsed.GetValue(text, unread => new StrongBox<AssemblySummary?>(SummaryText.Read(unread.ToString()))).Value is { } summary
                && referenced.Contains(summary.Assembly) && !found.ContainsKey(summary.Assembly))
            {
                found.Add(summary.Assembly, summary);
            }
        }

        return found;
    }

    private Dictionary<string, (AssemblySummary Summary, SummarizedMember Member)> MembersBy(Func<SummarizedMember, bool> wanted) => _byAssembly.Value.Values
        .SelectMany(summary => summary.Members.Where(wanted).Select(member => (summary, member))).GroupBy(pair => pair.member.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private IEnumerable<string> NamesOf(Func<SummarizedEvent, bool> wanted) =>
        _byAssembly.Value.Values.SelectMany(summary => summary.Members.Where(member => member.Events.Any(number => wanted(summary.Events[number]))))
            .Select(member => NameIn(member.Id)).Distinct(StringComparer.Ordinal);

    // `M:Shop.Store.Add``1(System.Int32)`, `M:Shop.Store.get_Count`, `M:Shop.Store.#ctor`: the word by which code calls it.
    private static string NameIn(string id)
    {
        int end = id.IndexOf('(');
        string[] parts = (end < 0 ? id : id.Substring(0, end)).Substring(2).Split('.');
        string name = parts[parts.Length - 1];
        name = name == "#ctor" && parts.Length > 1 ? parts[parts.Length - 2] : name;
        int arity = name.IndexOf('`');
        name = arity < 0 ? name : name.Substring(0, arity);
        return name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) || name.StartsWith("add_", StringComparison.Ordinal) ? name.Substring(4)
            : name.StartsWith("remove_", StringComparison.Ordinal) ? name.Substring(7) : name;
    }
}
