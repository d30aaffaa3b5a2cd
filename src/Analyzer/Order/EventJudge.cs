using System.Collections.Immutable;
using LockGraph.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>One acquisition as Core judges it, with the way back to the code.</summary>
/// <param name="Held">What is held, oldest first, as Core knows it.</param>
/// <param name="Holds">The same, as the code knows it.</param>
/// <param name="Wanted">What is asked for.</param>
/// <param name="Event">The event.</param>
/// <param name="Judgement">Core's answer.</param>
internal sealed record JudgedEvent(IReadOnlyList<HeldLock> Held, IReadOnlyList<SummaryHold> Holds, Acquisition Wanted, SummaryEvent Event, Judgement Judgement)
{
    /// <summary>Where the code that holds a lock asks for the wanted one, directly or by a call; in these sources, where another assembly holds it.</summary>
    public SyntaxNode SiteUnder(HeldLock? outer)
    {
        int index = -1;
        for (int i = 0; i < Held.Count; i++)
        {
            index = ReferenceEquals(Held[i], outer) ? i : index;
        }

        int frame = index >= 0 ? Holds[index].Frame : Holds.Count > 0 ? Holds[Holds.Count - 1].Frame : 0;
        return SummarySites.Nearest(Event.Chain, frame).Site;
    }

    /// <summary>True when one body alone does it.</summary>
    public bool IsDirect(HeldLock? outer)
    {
        for (int i = 0; i < Held.Count; i++)
        {
            if (ReferenceEquals(Held[i], outer))
            {
                return Holds[i].Frame == Event.Chain.Length - 1;
            }
        }

        return Event.Chain.Length == 1;
    }
}

/// <summary>Turns an event into what Core's judge takes: the same function that the runtime calls.</summary>
internal sealed class EventJudge
{
    private readonly CompilationFacts _facts;
    private readonly DeclaredOrder _declared;

    public EventJudge(CompilationFacts facts, DeclaredOrder declared)
    {
        _facts = facts;
        _declared = declared;
    }

    public InstanceIds Instances { get; } = new();

    /// <summary>Judges an event of a body; <see langword="null"/> for a lock that has no class, or that nobody else can see yet.</summary>
    public JudgedEvent? Judge(ISymbol body, SummaryEvent found)
    {
        found = AtOrigin(body, found);
        if (IsPrivateYet(body, found.Lock) || _facts.Classes.Resolve(found.Lock, found.Primitive) is not { } wantedLock)
        {
            return null;
        }

        var held = new List<HeldLock>(found.Held.Length);
        var holds = new List<SummaryHold>(found.Held.Length);
        bool wantedIsAnybody = found.Lock.Root.Kind == PlaceKind.Unknown;
        foreach (SummaryHold hold in found.Held)
        {
            if (IsPrivateYet(body, hold.Lock) || _facts.Classes.Resolve(hold.Lock, hold.Primitive) is not { } outer)
            {
                continue;
            }

            // Which instance it is nobody knows: perhaps the one that is held already.
            bool same = outer.Class.Name == wantedLock.Class.Name && outer.Subclass == wantedLock.Subclass;
            bool isOneObject = hold.Lock.Equals(found.Lock) && found.Lock.Root.Key != Binding.Forgotten;
            if (same && !isOneObject && !IsEarlier(hold.Lock)
                && (wantedIsAnybody || hold.Lock.Root.Kind == PlaceKind.Unknown || InstanceRelations.MayLeadBack(hold.Lock, found.Lock)))
            {
                if (wantedLock.Class.Reentrant == true)
                {
                    // Taken again by its holder it waits for nobody, whatever else is held by now.
                    return null;
                }

                continue;
            }

            held.Add(new HeldLock(Acquisition(body, outer, hold.Mode, hold.Waits, hold.Site, found)));
            holds.Add(hold);
        }

        Acquisition wanted = Acquisition(body, wantedLock, found.Mode, found.Waits, found.Chain.Last.Site, found);
        wanted = WithKeys(wanted, found, held, holds, wantedLock);
        return new JudgedEvent(held, holds, wanted, found, AcquisitionJudge.Judge(held, wanted, _declared, _facts.Settings.HeldLimit));
    }

    /// <summary>The lock at a place, under the name that its creator has for it, unless the order is declared in another.</summary>
    public Place AtOrigin(ISymbol body, Place place)
    {
        Place origin = _facts.HandedLocks.AtOrigin(place, body);
        return ReferenceEquals(origin, place) || _declared.Classes.Contains(_facts.Classes.Of(place.Symbol!).Class.Name) ? place : origin;
    }

    private SummaryEvent AtOrigin(ISymbol body, SummaryEvent found)
    {
        Place wanted = AtOrigin(body, found.Lock);
        ImmutableArray<SummaryHold> held = found.Held;
        for (int i = 0; i < held.Length; i++)
        {
            Place place = AtOrigin(body, held[i].Lock);
            held = ReferenceEquals(place, held[i].Lock) ? held : held.SetItem(i, held[i] with { Lock = place });
        }

        return ReferenceEquals(wanted, found.Lock) && held == found.Held ? found : found with { Lock = wanted, Held = held };
    }

    private Acquisition Acquisition(ISymbol body, ResolvedLock resolved, LockMode mode, AcquisitionKind kind, SyntaxNode? site, SummaryEvent found) =>
        new(resolved.Class, Instances.Of(body, resolved.Place))
        {
            Mode = mode,
            Kind = kind,
            Subclass = resolved.Subclass,
            Site = site is null ? default : Sentences.SiteOf(site.GetLocation()),
            Stack = ReferenceEquals(site, found.Chain.Last.Site) ? StackOf(found.Chain) : null,
        };

    // A path that has compared the owners takes them in the order that the comparison decided.
    private static Acquisition WithKeys(Acquisition wanted, SummaryEvent found, List<HeldLock> held, List<SummaryHold> holds, ResolvedLock wantedLock)
    {
        if (wantedLock.Class.Nesting != SameClassNesting.NeedsOrder)
        {
            return wanted;
        }

        bool ordered = false;
        for (int i = 0; i < held.Count; i++)
        {
            if (held[i].Acquisition.Class.Name == wanted.Class.Name && held[i].Acquisition.Instance != wanted.Instance
                && InstanceRelations.Relate(holds[i].Lock, found.Lock, found.Ordered, out _, out _) == InstanceRelation.Settled && !IsAnybody(holds[i].Lock) && !IsAnybody(found.Lock))
            {
                ordered = true;
                held[i] = new HeldLock(new Acquisition(held[i].Acquisition.Class, held[i].Acquisition.Instance)
                {
                    Mode = held[i].Acquisition.Mode,
                    Kind = held[i].Acquisition.Kind,
                    Subclass = held[i].Acquisition.Subclass,
                    Site = held[i].Acquisition.Site,
                    Stack = held[i].Acquisition.Stack,
                    OrderKey = i,
                });
            }
        }

        return !ordered ? wanted : new Acquisition(wanted.Class, wanted.Instance)
        {
            Mode = wanted.Mode,
            Kind = wanted.Kind,
            Subclass = wanted.Subclass,
            Site = wanted.Site,
            Stack = wanted.Stack,
            OrderKey = int.MaxValue,
        };
    }

    /// <summary>A chain as a stack, innermost first.</summary>
    public static CapturedStack StackOf(IEnumerable<(ISymbol Body, SyntaxNode Site)> steps)
    {
        List<(ISymbol Body, SyntaxNode Site)> chain = [.. steps];
        chain.Reverse();
        return new(() => [.. chain.Select(step => SymbolNames.Short(step.Body) + " (" + Sentences.SiteOf(step.Site.GetLocation()) + ")")]);
    }

    public static CapturedStack StackOf(CallChain chain) => StackOf(chain.Steps.Select(step => (step.Body, step.Site)));

    /// <summary>The locks of an object that is being made, or was just made, are seen by nobody else until it is handed on; those of what it was given may be.</summary>
    public static bool IsPrivateYet(ISymbol body, Place place)
    {
        if (place.Root.IsHandedOn)
        {
            return false;
        }

        Place own = place.Owner ?? place;
        while (own is { Kind: PlaceKind.Member, Symbol: IFieldSymbol part } && IsOwnPart(part))
        {
            own = own.Owner!;
        }

        return place.Root.IsAlone
            || (own.Owner is null && (own.Kind == PlaceKind.Fresh || (own.Kind == PlaceKind.This && body is IMethodSymbol { MethodKind: MethodKind.Constructor })))
            || (place.Root.Kind == PlaceKind.Fresh && InstanceRelations.LeadsBack(place.Root, own));
    }

    // `private readonly Gate _gate = new();` is made with the object that has it, and given nothing.
    private static bool IsOwnPart(IFieldSymbol field) =>
        field.IsReadOnly && field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax
        {
            Initializer.Value: BaseObjectCreationExpressionSyntax { Initializer: null } made
        } && made.ArgumentList is null or { Arguments.Count: 0 };

    private static bool IsAnybody(Place place) => place.Root.Kind == PlaceKind.Unknown;

    private static bool IsEarlier(Place place) => place.Mentions(PathState.Before) || place.Mentions(PathState.Below);
}
