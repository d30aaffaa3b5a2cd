using System.Collections.Immutable;
using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Puts together what a program tells other compilations of itself, out of what the rules have found out about it.</summary>
internal sealed class SummaryWriter
{
    private readonly CompilationFacts _facts;
    private readonly StaticProgram _program;
    private readonly StaticOrder _order;
    private readonly CancellationToken _cancellation;
    private readonly LockTable _locks;
    private readonly bool _hasFriends;

    public SummaryWriter(CompilationFacts facts, StaticProgram program, StaticOrder order, CancellationToken cancellation)
    {
        _facts = facts;
        _program = program;
        _order = order;
        _cancellation = cancellation;
        _locks = new LockTable(facts, order.Declared);
        _hasFriends = facts.Compilations[0].Assembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");
    }

    public AssemblySummary Write()
    {
        IReadOnlyList<BodyFacts> leading = BodyFacts.InOrder(LockingMembers.Of(_facts, _program, _cancellation));

        // A graph of its own: what the rules find out must not depend on whether somebody asks for a summary.
        HashSet<string> names = [.. leading.Select(body => body.Body).OfType<IMethodSymbol>().Select(CompilationFacts.NameOf), .. _facts.Summaries.Names];
        var calls = new CallGraph(
            _facts, _program.Delegates, _program.Calls.Receivers, method => method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction || names.Contains(CompilationFacts.NameOf(method)));
        var facts = new MemberFacts(_facts, calls, _locks, leading, _cancellation);
        SortedDictionary<string, List<(IMethodSymbol Method, BodyFacts Body)>> members = new(StringComparer.Ordinal);
        foreach (BodyFacts body in leading)
        {
            if (body.Body is IMethodSymbol method)
            {
                AddNames(method, body, members);
            }
        }

        List<(StaticOrder.OwnEdge Edge, string Outer, string Inner)> edges = [.. EdgesOfThisCode()];

        // Now that all locks are known they have their numbers.
        Dictionary<string, int> numbers = _locks.Numbers();
        var events = new Dictionary<string, SummarizedEvent>(StringComparer.Ordinal);
        List<(string Id, int Ways, List<string> Events)> told = [];
        foreach (KeyValuePair<string, List<(IMethodSymbol Method, BodyFacts Body)>> member in members)
        {
            int ways = member.Key[0] == '0' ? 0 : member.Value.Count;
            List<string> own = [.. member.Value.SelectMany(pair => facts.Of(pair.Body).Select(fact => Keep(fact, pair.Method, numbers, events)))];
            if (own.Count > 0 && ways <= CallChain.MostWays)
            {
                told.Add((member.Key.Substring(1), ways, own));
            }
        }

        List<KeyValuePair<string, SummarizedEvent>> ordered = [.. events.OrderBy(pair => SummaryText.Write(pair.Value), StringComparer.Ordinal).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
        Dictionary<string, int> places = ordered.Select((pair, index) => (pair.Key, index)).ToDictionary(pair => pair.Key, pair => pair.index, StringComparer.Ordinal);
        return new AssemblySummary(
            _facts.Compilations[0].AssemblyName ?? "",
            _locks.Locks,
            [.. ordered.Select(pair => pair.Value)],
            [.. told.OrderBy(member => member.Id, StringComparer.Ordinal).ThenBy(member => member.Ways)
                .Select(member => new SummarizedMember(member.Id, member.Ways, member.Events.Select(key => places[key]).Distinct().OrderBy(number => number).ToImmutableArray()))],
            [.. facts.Raised.Select(raised => raised.Raise with { Held = raised.Raise.Held with { Lock = numbers[raised.Lock] } })
                .OrderBy(raise => raise.Held.Lock).ThenBy(raise => raise.Member, StringComparer.Ordinal).ThenBy(raise => raise.Held.Mode)],
            [.. edges.Select(edge => Finish(edge.Edge, numbers[edge.Outer], numbers[edge.Inner]))
                .OrderBy(edge => edge.Outer).ThenBy(edge => edge.Inner).ThenBy(edge => edge.OuterMode).ThenBy(edge => edge.InnerMode)]);
    }

    /// <summary>A line of a body, as other assemblies are told of it; without a line of its own, that of the body.</summary>
    public static SummarizedStep StepAt(ISymbol body, SyntaxNode? site)
    {
        AcquisitionSite at = (site?.GetLocation() ?? body.Locations.FirstOrDefault()) is { } location ? Sentences.SiteOf(location) : default;
        return new SummarizedStep(SymbolNames.Short(body), Path.GetFileName(at.File ?? ""), at.Line);
    }

    /// <summary>The names under which other assemblies call a body: its own, and those of what it overrides and implements.</summary>
    private void AddNames(IMethodSymbol method, BodyFacts body, SortedDictionary<string, List<(IMethodSymbol, BodyFacts)>> members)
    {
        void AddTo(char kind, ISymbol named)
        {
            string id = PlaceText.IdOf(named);
            if (id.Length == 0)
            {
                return;
            }

            if (!members.TryGetValue(kind + id, out List<(IMethodSymbol, BodyFacts)>? bodies))
            {
                members.Add(kind + id, bodies = []);
            }

            bodies.Add((method, body));
        }

        if (method.MethodKind is MethodKind.StaticConstructor or MethodKind.Destructor)
        {
            return;
        }

        if (IsVisible(method))
        {
            AddTo('0', method);
        }

        // An interface may implement what another one promises, with no class of this assembly below it.
        IEnumerable<IMethodSymbol> promised = method.ContainingType.TypeKind == TypeKind.Interface ? method.ExplicitInterfaceImplementations.Select(known => known.OriginalDefinition) : [];
        foreach (IMethodSymbol called in _facts.Overrides.ReachedBy(method).Union<IMethodSymbol>(promised, SymbolEqualityComparer.Default))
        {
            if (IsVisible(called) && IsOfThisAssembly(called))
            {
                AddTo('1', called);
            }
        }
    }

    private bool IsOfThisAssembly(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _facts.Compilations[0].Assembly);

    // Friends see what is internal.
    private bool IsVisible(ISymbol symbol)
    {
        for (ISymbol? at = symbol; at is not (null or INamespaceSymbol); at = at.ContainingSymbol)
        {
            if (at.DeclaredAccessibility is Accessibility.Private or Accessibility.NotApplicable || (!_hasFriends && at.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal))
            {
                return false;
            }
        }

        return true;
    }

    // Two lines where the same happens are one event: the one that is first by name stands for both.
    private static string Keep((string Identity, MemberFact Fact) told, IMethodSymbol method, Dictionary<string, int> numbers, Dictionary<string, SummarizedEvent> events)
    {
        if (!events.TryGetValue(told.Identity, out SummarizedEvent? known))
        {
            events.Add(told.Identity, Spell(told.Fact, method, numbers));
        }
        else if (IsBefore(told.Fact, known))
        {
            events[told.Identity] = known with { Steps = ImmutableArray.Create(told.Fact.At), Ways = told.Fact.Ways };
        }

        return told.Identity;
    }

    private static bool IsBefore(MemberFact fact, SummarizedEvent known)
    {
        SummarizedStep at = known.Steps[0];
        int order = fact.Ways.CompareTo(known.Ways);
        order = order != 0 ? order : string.CompareOrdinal(fact.At.Member, at.Member);
        order = order != 0 ? order : string.CompareOrdinal(fact.At.File, at.File);
        return (order != 0 ? order : fact.At.Line.CompareTo(at.Line)) < 0;
    }

    private static SummarizedEvent Spell(MemberFact fact, IMethodSymbol method, Dictionary<string, int> numbers)
    {
        int NumberOf(string? key) => key is null ? -1 : numbers[key];
        string PlaceOf(Place? place) => place is null ? PlaceText.Unknown(null) : PlaceText.Write(place, method);
        return new SummarizedEvent(
            fact.Kind,
            fact.Kind switch
            {
                SummarizedKind.Acquire => PlaceOf(fact.Place),
                SummarizedKind.Invoke => fact.Parameter.ToString(System.Globalization.CultureInfo.InvariantCulture),
                _ => fact.Subject,
            },
            fact.Suspended,
            fact.Given,
            fact.Held.Select(hold => new SummarizedHold(NumberOf(hold.Key), PlaceOf(hold.Place), hold.Primitive, hold.Mode, hold.Waits, hold.At)).ToImmutableArray(),
            ImmutableArray.Create(fact.At))
        {
            Lock = NumberOf(fact.Key),
            Primitive = fact.Primitive,
            Mode = fact.Mode,
            Waits = fact.Waits,
            Ways = fact.Ways,
        };
    }

    private IEnumerable<(StaticOrder.OwnEdge Edge, string Outer, string Inner)> EdgesOfThisCode()
    {
        foreach (StaticOrder.OwnEdge edge in _order.OwnEdges())
        {
            // Their classes are known: they were judged.
            if (_facts.Classes.Resolve(edge.Outer.Lock, edge.Outer.Primitive) is { } outer && _facts.Classes.Resolve(edge.Inner.Lock, edge.Inner.Primitive) is { } inner)
            {
                yield return (edge, _locks.KeyOf(outer, edge.Outer.Lock), _locks.KeyOf(inner, edge.Inner.Lock));
            }
        }
    }

    private static SummarizedEdge Finish(StaticOrder.OwnEdge edge, int outer, int inner) => new(
        outer, edge.OuterMode, inner, edge.InnerMode, edge.Gates.ToImmutableArray(), StepAt(edge.OuterAt.Body, edge.OuterAt.Site),
        edge.Chain.Steps.Select(step => StepAt(step.Body, step.Site)).ToImmutableArray());
}
