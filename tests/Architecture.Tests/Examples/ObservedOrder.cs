namespace Bank;

/// <summary>What a validator saw, as <c>outer > inner</c>; promises of this assembly apart.</summary>
internal static class ObservedOrder
{
    public static IEnumerable<string> Of(LockGraph.LockOrderValidator validator) =>
        validator.TakeSnapshot().Edges.Where(edge => edge.Provenance.HasFlag(EdgeProvenance.Observed)).Select(edge => edge.Outer + " > " + edge.Inner);
}
