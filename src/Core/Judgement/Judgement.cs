namespace LockGraph.Core;

/// <summary>What the judge says of one acquisition.</summary>
public sealed class Judgement
{
    internal Judgement(AcquisitionOutcome outcome, IReadOnlyList<Verdict> verdicts, IReadOnlyList<EdgeCandidate> edges)
    {
        Outcome = outcome;
        Verdicts = verdicts;
        Edges = edges;
    }

    /// <summary>What becomes of the held-lock stack when the lock is obtained.</summary>
    public AcquisitionOutcome Outcome { get; }

    /// <summary>Rules broken, in the order of the checks.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; }

    /// <summary>Edges for the order graph, outermost held lock first. Empty for a try.</summary>
    public IReadOnlyList<EdgeCandidate> Edges { get; }
}
