using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Makes of what a summary tells of a member the same as the interpreter makes of a body: callers see no difference.</summary>
internal sealed class SummarizedBodies
{
    private readonly ReferencedSummaries _summaries;
    private readonly SummarySites _sites;

    public SummarizedBodies(ReferencedSummaries summaries, SummarySites sites)
    {
        _summaries = summaries;
        _sites = sites;
    }

    /// <summary>What a member does.</summary>
    public BodyFacts Make(IMethodSymbol method, SummarizedMember member, AssemblySummary summary)
    {
        var body = new BodyFacts(method);
        IReadOnlyList<SummarizedLock> locks = summary.Locks;
        foreach (SummarizedEvent found in member.Events.Select(number => summary.Events[number]))
        {
            (ISymbol at, SyntaxNode line) = _sites.StepAt(found.Steps[0]);
            IOperation site = _sites.OperationAt(found.Steps[0]);
            ImmutableArray<Hold> held = found.Held.Select(hold => HoldOf(hold, method, locks)).OfType<Hold>().ToImmutableArray();
            switch (found.Kind)
            {
                case SummarizedKind.Acquire when PlaceOf(found.Subject, found.Lock, found.Primitive, method, locks) is { } place:
                    body.Acquisitions.Add(new AcquireEvent(
                        place, found.Primitive, found.Mode, found.Waits, site, held, found.Suspended, ImmutableArray<(Place Left, Place Right)>.Empty, found.Given)
                    {
                        Told = new CallChain(at, line, null, found.Ways),
                    });
                    break;
                case SummarizedKind.Invoke when int.TryParse(found.Subject, out int ordinal) && ordinal < method.Parameters.Length:
                    body.Calls.Add(CallOf(null, Place.Parameter(method.Parameters[ordinal]), site, held, found));
                    break;
                case SummarizedKind.Open:
                    AddOpen(body, found.Subject, site, held, found);
                    break;
                case SummarizedKind.Wait:
                    body.Hazards.Add(new HazardEvent(Hazard.Wait, found.Subject, site, found.Suspended, found.Given));
                    break;
            }
        }

        return body;
    }

    /// <summary>A call of an open member under a lock, as a body of its own: whoever calls it, nobody need know.</summary>
    public BodyFacts Make(SummarizedRaise raise, AssemblySummary summary)
    {
        (ISymbol at, _) = _sites.StepAt(raise.Held.At);
        var body = new BodyFacts(at);
        if (HoldOf(raise.Held, null, summary.Locks) is { } hold)
        {
            AddOpen(body, raise.Member, _sites.OperationAt(raise.At), ImmutableArray.Create(hold), null);
        }

        return body;
    }

    private void AddOpen(BodyFacts body, string member, IOperation site, ImmutableArray<Hold> held, SummarizedEvent? found)
    {
        switch (_summaries.SymbolOf(member))
        {
            case IMethodSymbol called:
                body.Calls.Add(CallOf(called, null, site, held, found));
                break;
            case { IsStatic: true } filled:
                body.Calls.Add(CallOf(null, Place.Static(filled), site, held, found));
                break;
            case { } filled:
                body.Calls.Add(CallOf(null, Place.Unknown(filled.ContainingType, Binding.Forgotten).Member(filled), site, held, found));
                break;
        }
    }

    private static CallEvent CallOf(IMethodSymbol? target, Place? @delegate, IOperation site, ImmutableArray<Hold> held, SummarizedEvent? found) => new(
        target, @delegate, null, ImmutableArray<Value>.Empty, CallKind.Now, site, held, found?.Suspended ?? false, true, ImmutableArray<(Place Left, Place Right)>.Empty,
        found?.Given ?? ImmutableArray<GivenFlag>.Empty);

    private Hold? HoldOf(SummarizedHold hold, IMethodSymbol? method, IReadOnlyList<SummarizedLock> locks) =>
        PlaceOf(hold.Place, hold.Lock, hold.Primitive, method, locks) is { } place ? new Hold(place, hold.Primitive, hold.Mode, hold.Waits, _sites.OperationAt(hold.At), 1) : null;

    /// <summary>The place of a lock whose class is told: by symbols as far as they are here, and else by names.</summary>
    private Place? PlaceOf(string text, int number, LockPrimitive primitive, IMethodSymbol? method, IReadOnlyList<SummarizedLock> locks)
    {
        Place? place = PlaceText.Read(text, method, _summaries.SymbolOf, bySymbol: true);
        if (number < 0)
        {
            return place;
        }

        SummarizedLock known = locks[number];
        if (place is not null && _summaries.ClassAt(place, primitive) == known.FullName)
        {
            return place;
        }

        // A member that is not shown, or the object in it.
        Place? named = PlaceText.Read(text, method, _summaries.SymbolOf, bySymbol: false);
        var elements = new Stack<string>();
        while (named is { Kind: PlaceKind.Element, Owner: { } owner })
        {
            elements.Push(named.Key!);
            named = owner;
        }

        named = named is { Kind: PlaceKind.Named }
            ? Place.Named(named.Owner, _summaries.Name(named.Key!, known))
            : Place.Named(named ?? Place.Unknown(null, Binding.Forgotten), _summaries.Name(known.Id.Length > 0 ? known.Id.Substring(2) : known.FullName, known));
        return elements.Aggregate(named, (at, key) => at.Element(key));
    }
}
