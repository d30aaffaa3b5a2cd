using System.Collections.Immutable;
using LockGraph.Core;
using Microsoft.CodeAnalysis;
using QuikGraph;
using QuikGraph.Algorithms;

namespace LockGraph.Analyzer;

/// <summary>Composes what bodies do over their calls, any depth, to a fixpoint.</summary>
/// <remarks>
/// Bottom-up over the strongly connected components of the call graph; inside a component until nothing new appears. A summary is a set of pairs
/// of held locks and a lock asked for ("critical pairs": Brotherston, Brunet, Gorogiannis, Kanovich, "A compositional deadlock detector for
/// Android Java", ASE 2021), with the chain of calls that leads there.
/// </remarks>
internal sealed class SummaryComposer
{
    private readonly CallGraph _calls;
    private readonly int _maxDepth;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<BodyFacts, Summary> _summaries = [];
    private readonly HashSet<BodyFacts> _roots;

    /// <param name="calls">The call graph.</param>
    /// <param name="roots">Bodies that are entered with nothing held: what they nest inside is judged there, and callers see only what they acquire.</param>
    /// <param name="maxDepth">How many calls deep to look.</param>
    /// <param name="cancellation">Cancels.</param>
    public SummaryComposer(CallGraph calls, HashSet<BodyFacts> roots, int maxDepth, CancellationToken cancellation)
    {
        _calls = calls;
        _roots = roots;
        _maxDepth = maxDepth;
        _cancellation = cancellation;
    }

    /// <summary>The summary of a body, and of everything that it needs.</summary>
    public Summary Of(BodyFacts body)
    {
        if (!_summaries.ContainsKey(body))
        {
            Compose(body);
        }

        return _summaries[body];
    }

    private void Compose(BodyFacts body)
    {
        var graph = new AdjacencyGraph<BodyFacts, Edge<BodyFacts>>(allowParallelEdges: false);
        graph.AddVertex(body);
        var work = new Queue<BodyFacts>();
        work.Enqueue(body);
        while (work.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            BodyFacts at = work.Dequeue();
            foreach (ResolvedCall call in _calls.CallsOf(at))
            {
                if (_summaries.ContainsKey(call.Callee))
                {
                    continue;
                }

                if (graph.AddVertex(call.Callee))
                {
                    work.Enqueue(call.Callee);
                }

                graph.AddEdge(new Edge<BodyFacts>(at, call.Callee));
            }

            foreach (CallEvent called in at.Calls)
            {
                foreach (BodyFacts passed in Passed(called))
                {
                    if (!_summaries.ContainsKey(passed))
                    {
                        if (graph.AddVertex(passed))
                        {
                            work.Enqueue(passed);
                        }

                        graph.AddEdge(new Edge<BodyFacts>(at, passed));
                    }
                }
            }
        }

        var components = new Dictionary<BodyFacts, int>();
        int count = graph.StronglyConnectedComponents(components);

        // Tarjan numbers components as it leaves them: callees first.
        foreach (IGrouping<int, KeyValuePair<BodyFacts, int>> component in components.GroupBy(pair => pair.Value).OrderBy(group => group.Key))
        {
            ComposeComponent([.. component.Select(pair => pair.Key).OrderBy(member => member.Order)]);
        }

        _ = count;
    }

    private void ComposeComponent(IReadOnlyList<BodyFacts> members)
    {
        foreach (BodyFacts member in members)
        {
            var summary = new Summary();
            foreach (AcquireEvent acquired in member.Acquisitions)
            {
                summary.Add(Own(member, acquired));
            }

            foreach (CallEvent call in member.Calls)
            {
                if (call is { Target: null, Delegate: { Kind: PlaceKind.Parameter } place, Kind: not CallKind.Elsewhere })
                {
                    summary.Add(new PendingCall(place, Holds(call.Held, 0), ImmutableArray.Create(new ChainStep(member.Body, call.Site.Syntax)), call.Suspended));
                }
            }

            _summaries.Add(member, summary);
        }

        bool changed = true;
        for (int round = 0; changed && round <= members.Count + 2; round++)
        {
            changed = false;
            foreach (BodyFacts member in members)
            {
                _cancellation.ThrowIfCancellationRequested();
                changed |= Absorb(member);
            }

            changed &= members.Count > 1 || _calls.CallsOf(members[0]).Any(call => ReferenceEquals(call.Callee, members[0]));
        }
    }

    private bool Absorb(BodyFacts body)
    {
        Summary summary = _summaries[body];
        bool changed = false;
        foreach (ResolvedCall resolved in _calls.CallsOf(body))
        {
            if (!_summaries.TryGetValue(resolved.Callee, out Summary? callee))
            {
                continue;
            }

            CallEvent call = resolved.Call;
            ImmutableArray<SummaryHold> held = Holds(call.Held, 0);
            if (resolved.Wait is { } wait)
            {
                // Waiting is asking for what the body holds while it runs.
                changed |= summary.Add(new SummaryEvent(
                    wait, LockPrimitive.Monitor, LockMode.Write, AcquisitionKind.Blocking, held,
                    ImmutableArray.Create(new ChainStep(body.Body, call.Site.Syntax)), call.Suspended, call.Ordered));
                if (call.Kind == CallKind.Awaited)
                {
                    continue;
                }

                held = held.Add(new SummaryHold(wait, LockPrimitive.Monitor, LockMode.Write, AcquisitionKind.Try, call.Site.Syntax, 0));
            }

            changed |= Absorb(summary, body, resolved, callee, held);
        }

        return changed;
    }

    private bool Absorb(Summary summary, BodyFacts body, ResolvedCall resolved, Summary callee, ImmutableArray<SummaryHold> held)
    {
        CallEvent call = resolved.Call;
        bool changed = false;
        bool onlyAcquired = _roots.Contains(resolved.Callee);
        bool dropsLate = resolved.Target.IsAsync && !call.IsAwaited;
        IMethodSymbol? inner = resolved.Target.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction ? resolved.Target : null;
        var step = new ChainStep(body.Body, call.Site.Syntax);
        foreach (SummaryEvent found in callee.Events.ToList())
        {
            if ((dropsLate && found.Suspended) || found.Chain.Length >= _maxDepth)
            {
                continue;
            }

            ImmutableArray<SummaryHold> all = held;
            if (!onlyAcquired)
            {
                foreach (SummaryHold hold in found.Held)
                {
                    all = all.Add(hold with { Lock = Binding.ApplyOrForget(hold.Lock, call.Receiver, call.Arguments, inner), Frame = hold.Frame + 1 });
                }
            }

            changed |= summary.Add(new SummaryEvent(
                Binding.ApplyOrForget(found.Lock, call.Receiver, call.Arguments, inner),
                found.Primitive,
                found.Mode,
                found.Waits,
                all,
                found.Chain.Insert(0, step),
                call.Suspended || (found.Suspended && resolved.Target.IsAsync),
                call.Ordered.AddRange(found.Ordered.Select(pair => (
                    Binding.ApplyOrForget(pair.Left, call.Receiver, call.Arguments, inner), Binding.ApplyOrForget(pair.Right, call.Receiver, call.Arguments, inner))))));
        }

        foreach (PendingCall pending in callee.Pending.ToList())
        {
            changed |= AbsorbPending(summary, call, pending, step, held, inner);
        }

        return changed;
    }

    /// <summary>A callee calls what it was given: here it is known what that was, or it was given to this body in turn.</summary>
    private bool AbsorbPending(Summary summary, CallEvent call, PendingCall pending, ChainStep step, ImmutableArray<SummaryHold> held, IMethodSymbol? inner)
    {
        if (pending.Delegate.Symbol is not IParameterSymbol parameter || parameter.Ordinal >= call.Arguments.Length || pending.Chain.Length >= _maxDepth)
        {
            return false;
        }

        ImmutableArray<SummaryHold> all = held.AddRange(pending.Held.Select(hold => hold with
        {
            Lock = Binding.ApplyOrForget(hold.Lock, call.Receiver, call.Arguments, inner),
            Frame = hold.Frame + 1,
        }));
        ImmutableArray<ChainStep> chain = pending.Chain.Insert(0, step);
        switch (call.Arguments[parameter.Ordinal])
        {
            case PlaceValue { Place: { Kind: PlaceKind.Parameter } passedOn }:
                return summary.Add(new PendingCall(passedOn, all, chain, pending.Suspended || call.Suspended));
            case CodeValue code:
                bool changed = false;
                foreach (CodeTarget target in code.Targets)
                {
                    foreach (BodyFacts given in _calls.BodiesOf(target.Method))
                    {
                        if (!_summaries.TryGetValue(given, out Summary? known))
                        {
                            continue;
                        }

                        foreach (SummaryEvent found in known.Events.ToList())
                        {
                            changed |= summary.Add(new SummaryEvent(
                                Binding.ApplyOrForget(found.Lock, target.Receiver, [], target.Method),
                                found.Primitive, found.Mode, found.Waits,
                                all.AddRange(found.Held.Select(hold => hold with
                                {
                                    Lock = Binding.ApplyOrForget(hold.Lock, target.Receiver, [], target.Method),
                                    Frame = hold.Frame + chain.Length,
                                })),
                                chain.AddRange(found.Chain),
                                found.Suspended || call.Suspended,
                                call.Ordered));
                        }
                    }
                }

                return changed;
            default:
                return false;
        }
    }

    private IEnumerable<BodyFacts> Passed(CallEvent call)
    {
        foreach (Value argument in call.Arguments)
        {
            if (argument is CodeValue code)
            {
                foreach (CodeTarget target in code.Targets)
                {
                    foreach (BodyFacts body in _calls.BodiesOf(target.Method))
                    {
                        yield return body;
                    }
                }
            }
        }
    }

    public static SummaryEvent Own(BodyFacts body, AcquireEvent acquired) => new(
        acquired.Lock,
        acquired.Primitive,
        acquired.Mode,
        acquired.Waits,
        Holds(acquired.Held, 0),
        ImmutableArray.Create(new ChainStep(body.Body, acquired.Site.Syntax)),
        acquired.Suspended,
        acquired.Ordered);

    private static ImmutableArray<SummaryHold> Holds(ImmutableArray<Hold> held, int frame)
    {
        ImmutableArray<SummaryHold>.Builder holds = ImmutableArray.CreateBuilder<SummaryHold>(held.Length);
        foreach (Hold hold in held)
        {
            holds.Add(new SummaryHold(hold.Lock, hold.Primitive, hold.Mode, hold.Waits, hold.Site?.Syntax, frame));
        }

        return holds.ToImmutable();
    }
}
