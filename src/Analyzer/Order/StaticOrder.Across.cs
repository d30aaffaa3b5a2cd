using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <content>The orders that other assemblies make inside themselves, and what others are told of this one.</content>
internal sealed partial class StaticOrder
{
    private readonly Dictionary<EdgeWitness, SummarizedEdge> _elsewhere = [];

    /// <summary>Takes in an order that another assembly makes inside itself. A ring that is closed by such orders alone is told there.</summary>
    public void Add(SummarizedEdge edge, IReadOnlyList<SummarizedLock> locks)
    {
        (SummarizedLock outer, SummarizedLock inner) = (locks[edge.Outer], locks[edge.Inner]);
        EdgeWitness Witness()
        {
            CapturedStack toInner = new(() => [.. edge.Steps.Reverse().Select(step => step.Member + " (" + SiteOf(step) + ")")]);
            var witness = new EdgeWitness(
                new Acquisition(LockClasses.ClassOf(outer), 0) { Mode = edge.OuterMode, Subclass = outer.Subclass, Site = SiteOf(edge.OuterAt) },
                new Acquisition(LockClasses.ClassOf(inner), 0) { Mode = edge.InnerMode, Subclass = inner.Subclass, Site = SiteOf(edge.Steps[0]), Stack = toInner },
                edge.OuterAt.Member);
            _elsewhere[witness] = edge;
            return witness;
        }

        _graph.Observe(
            new EdgeOccurrence
            {
                Outer = NodeOf(outer.FullName),
                OuterMode = edge.OuterMode,
                Inner = NodeOf(inner.FullName),
                InnerMode = edge.InnerMode,
                Gates = GateSet.Of(edge.Gates.Select(gate => _judge.Instances.Of(gate, gate))),
                Flow = -1,
                Provenance = EdgeProvenance.Static,
            },
            Witness);
    }

    /// <summary>The edges that code of this program makes, for other compilations.</summary>
    public IEnumerable<OwnEdge> OwnEdges()
    {
        foreach (DependencyEdge edge in _graph.Edges)
        {
            foreach ((LockMode outer, LockMode inner) in edge.ModePairs)
            {
                if (edge.Witness is { } witness && _origins.TryGetValue(witness, out EdgeOrigin? origin) && !witness.Outer.Class.IsPseudo && !witness.Inner.Class.IsPseudo)
                {
                    CallChain holder = origin.Event.Event.Chain.At(origin.Hold.Frame);
                    yield return new OwnEdge(
                        origin.Hold, origin.Event.Event, (holder.Body, origin.Hold.Site ?? holder.Site), holder, outer, inner,
                        [.. edge.Gates.Instances.Select(_judge.Instances.SharedNameOf).OfType<string>().OrderBy(name => name, StringComparer.Ordinal)]);
                }
            }
        }
    }

    private static AcquisitionSite SiteOf(SummarizedStep step) => new(step.File, step.Line);

    private IEnumerable<(Location, string)> Locations(LockOrderStep step, bool isClosing)
    {
        if (step.Witness is { } told && _elsewhere.TryGetValue(told, out SummarizedEdge? edge))
        {
            return LocationsIn(edge, told);
        }

        return LocationsHere(step, isClosing);
    }

    private IEnumerable<(Location, string)> LocationsIn(SummarizedEdge edge, EdgeWitness told)
    {
        string inner = told.Inner.Name;
        yield return (LocationOf(edge.Steps[0]), inner + " is acquired while " + told.Outer.Name + " is held, in " + edge.Steps[0].Member);
        yield return (LocationOf(edge.OuterAt), told.Outer.Name + " is acquired here");
        for (int i = 1; i < edge.Steps.Length; i++)
        {
            yield return (LocationOf(edge.Steps[i]), (i == edge.Steps.Length - 1 ? inner + " is acquired in " : "called in ") + edge.Steps[i].Member);
        }
    }

    private Location LocationOf(SummarizedStep step) => _facts.Summaries.Sites.StepAt(step).Site.GetLocation();

    /// <summary>An edge with the way to it.</summary>
    /// <param name="Outer">The lock that is held.</param>
    /// <param name="Inner">What is asked for.</param>
    /// <param name="OuterAt">Where the outer one is acquired.</param>
    /// <param name="Chain">The way from the body that holds it.</param>
    /// <param name="OuterMode">The mode of the outer one.</param>
    /// <param name="InnerMode">The mode of the inner one.</param>
    /// <param name="Gates">The instances that are always held around it.</param>
    internal sealed record OwnEdge(
        SummaryHold Outer, SummaryEvent Inner, (ISymbol Body, SyntaxNode Site) OuterAt, CallChain Chain, LockMode OuterMode, LockMode InnerMode, IReadOnlyList<string> Gates);
}
