using LockGraph.Core;

namespace LockGraph;

/// <content>From a judgement to edges of the graph, and from rings of edges to violations.</content>
public sealed partial class LockOrderValidator
{
    // The relation is immutable; whether it is still the one that counts is asked again under the gate.
    private DeclaredOrder DeclaredOrderUnlocked => _classes.Declared;

    /// <summary>Adds the edges of a judgement, all under one hold of the gate; false when it was made by promises that were added to since.</summary>
    /// <param name="flow">Who asks.</param>
    /// <param name="judgement">The judgement.</param>
    /// <param name="declared">The promises it was made by.</param>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="held">What is held.</param>
    /// <param name="violations">Takes the rings that the edges close.</param>
    /// <param name="gated">True when instances outside may be gates of one of the edges.</param>
    private bool TryRecord(
        ExecutionFlow flow,
        Judgement judgement,
        DeclaredOrder declared,
        Acquisition wanted,
        List<HeldLock> held,
        List<Violation> violations,
        out bool gated)
    {
        gated = false;
        List<LockOrderCycle>? cycles = null;
        lock (_gate)
        {
            if (!ReferenceEquals(declared, _classes.Declared))
            {
                return false;
            }

            int inner = _classes.Register(wanted.Class, wanted.Subclass).GraphNode;
            foreach (EdgeCandidate candidate in judgement.Edges)
            {
                Acquisition outer = candidate.Outer.Acquisition;
                var occurrence = new EdgeOccurrence
                {
                    Outer = _classes.Register(outer.Class, outer.Subclass).GraphNode,
                    OuterMode = outer.Mode,
                    Inner = inner,
                    InnerMode = wanted.Mode,
                    Gates = candidate.Gates,
                    Flow = flow.Number,
                    Provenance = EdgeProvenance.Observed,
                };
                Name(candidate.Gates, held);
                EdgeObservation observation = _graph.Observe(in occurrence, () => new EdgeWitness(outer, wanted, flow.Name));
                if (observation.Cycles.Count > 0)
                {
                    (cycles ??= []).AddRange(observation.Cycles);
                }

                gated |= _graph.TryGetEdge(occurrence.Outer, inner, out DependencyEdge edge) && !edge.Gates.IsEmpty;
            }

            foreach (LockOrderCycle cycle in cycles ?? [])
            {
                Explain(cycle, flow, wanted, held, violations);
            }

            if (wanted.Class.Nesting == SameClassNesting.InstanceOrder && wanted.Kind == AcquisitionKind.Blocking)
            {
                RecordInstances(flow, wanted, held, violations);
            }
        }

        return true;
    }

    private void RecordInstances(ExecutionFlow flow, Acquisition wanted, List<HeldLock> held, List<Violation> violations)
    {
        foreach (HeldLock outer in held)
        {
            if (outer.Acquisition.Class.Name == wanted.Class.Name && outer.Acquisition.Instance != wanted.Instance
                && _instanceOrder.Observe(outer, wanted, flow.Number, () => new EdgeWitness(outer.Acquisition, wanted, flow.Name)) is not null)
            {
                violations.Add(new Violation(ViolationKind.InvalidNesting, flow.Name, wanted, held) { Against = outer });
                return;
            }
        }
    }

    private void Name(GateSet gates, List<HeldLock> held)
    {
        foreach (long instance in gates.Instances)
        {
            if (!_gateNames.ContainsKey(instance) && held.Find(entry => entry.Acquisition.Instance == instance) is { } gate)
            {
                _gateNames[instance] = gate.ToString();
            }
        }
    }

    private void Explain(LockOrderCycle cycle, ExecutionFlow flow, Acquisition wanted, List<HeldLock> held, List<Violation> violations)
    {
        // What makes a guarded ring real is this acquisition, so its edges are shown as it made them, not as they were first seen.
        IReadOnlyList<CycleEdge> edges = CycleEdge.Of(cycle, node => _classes[node].Name);
        edges = cycle.WasGuarded ? [.. edges.Select(edge => Renew(edge, flow, wanted, held))] : edges;

        // An edge against the declared order closes a ring with the promise itself. That is one defect, told by the rule that was
        // broken; the ring is its evidence.
        int told = violations.FindIndex(violation => violation.Kind == ViolationKind.DeclaredOrder);
        if (told >= 0 && cycle.HasDeclared)
        {
            violations[told] = violations[told].WithCycle(edges);
            return;
        }

        LockOrderStep closing = cycle.Steps[0];
        string outer = _classes[closing.Outer].Name;
        violations.Add(new Violation(ViolationKinds.Of(cycle), flow.Name, wanted, held)
        {
            Against = held.Find(entry => entry.Acquisition.Name == outer),
            Cycle = edges,
            Gates = [.. cycle.CommonGates.Instances.Select(GateName).OrderBy(name => name, StringComparer.Ordinal)],
            SingleFlow = cycle.SingleFlow,
        });
    }

    private static CycleEdge Renew(CycleEdge edge, ExecutionFlow flow, Acquisition wanted, List<HeldLock> held)
    {
        HeldLock? outer = edge.Inner == wanted.Name ? held.Find(entry => entry.Acquisition.Name == edge.Outer) : null;
        return outer is null
            ? edge
            : edge with { OuterMode = outer.Acquisition.Mode, InnerMode = wanted.Mode, Witness = new EdgeWitness(outer.Acquisition, wanted, flow.Name) };
    }

    private string GateName(long instance) => _gateNames.TryGetValue(instance, out string? name) ? name : "#" + instance;
}
