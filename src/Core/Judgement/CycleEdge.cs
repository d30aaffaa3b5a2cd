namespace LockGraph.Core;

/// <summary>One step of a ring: <see cref="Inner"/> was acquired while <see cref="Outer"/> was held.</summary>
/// <param name="Outer">Name of the outer class.</param>
/// <param name="Inner">Name of the inner class.</param>
/// <param name="OuterMode">How the outer was held.</param>
/// <param name="InnerMode">How the inner was requested.</param>
/// <param name="Provenance">Declared, static, observed.</param>
/// <param name="Witness">The code that first showed it; <see langword="null"/> for an edge that was only declared.</param>
public sealed record CycleEdge(string Outer, string Inner, LockMode OuterMode, LockMode InnerMode, EdgeProvenance Provenance, EdgeWitness? Witness)
{
    /// <summary>True when the outer lock of the witness was obtained by a try: it cannot have waited for it.</summary>
    public bool OuterWasTried => Witness is not null && Witness.Outer.Kind != AcquisitionKind.Blocking;

    /// <summary>The steps of a cycle of the graph, with the names of its nodes, as <see cref="FromSmallest"/> puts them.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="nameOf">The name of the class that a node stands for.</param>
    public static IReadOnlyList<CycleEdge> Of(LockOrderCycle cycle, Func<int, string> nameOf) => FromSmallest(
        [.. cycle.Steps.Select(step => new CycleEdge(nameOf(step.Outer), nameOf(step.Inner), step.OuterMode, step.InnerMode, step.Edge.Provenance, step.Witness))]);

    /// <summary>The same ring from its ordinally smallest outer class, so that it reads the same whichever acquisition closed it.</summary>
    /// <param name="ring">The steps; each inner class is the outer class of the next, the last leads to the first.</param>
    public static IReadOnlyList<CycleEdge> FromSmallest(IReadOnlyList<CycleEdge> ring)
    {
        int first = 0;
        for (int i = 1; i < ring.Count; i++)
        {
            first = string.CompareOrdinal(ring[i].Outer, ring[first].Outer) < 0 ? i : first;
        }

        return [.. ring.Skip(first), .. ring.Take(first)];
    }
}
