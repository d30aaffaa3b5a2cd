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
}
