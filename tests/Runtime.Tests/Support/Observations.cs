namespace LockGraph.Runtime.Tests.Support;

/// <summary>Short ways to ask a validator what it knows.</summary>
internal static class Observations
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static ViolationKind[] Kinds(this LockOrderValidator validator) => [.. validator.Violations.Select(violation => violation.Kind)];

    /// <summary>The one violation of a kind.</summary>
    public static Violation The(this LockOrderValidator validator, ViolationKind kind) =>
        Assert.Single(validator.Violations, violation => violation.Kind == kind);

    public static bool Knows(this LockOrderValidator validator, string outer, string inner) =>
        validator.TakeSnapshot().Edges.Any(edge => edge.Outer == outer && edge.Inner == inner);

    /// <summary>Edges as <c>A > B</c>, in ordinal order.</summary>
    public static string[] EdgeNames(this LockOrderValidator validator) => [.. validator.TakeSnapshot().Edges.Select(edge => edge.Outer + " > " + edge.Inner)];

    /// <summary>How many entries the current thread has on its stack in this validator, other than those that were ended elsewhere.</summary>
    public static int HeldHere(this LockOrderValidator validator)
    {
        ExecutionFlow flow = ThreadFlows.Of(validator);
        HeldStack.Purge(flow);
        return flow.HeldCount;
    }

    /// <summary>Blocks until a condition holds that another thread makes true.</summary>
    public static void Until(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, Patience), "The situation did not come about.");

    /// <summary>Blocks until so many flows wait for locks.</summary>
    public static void UntilWaiting(this LockOrderValidator validator, int count) => Until(() => validator.CurrentWaits().Count == count);

    public static string Ring(this Violation violation) => ViolationText.Path(violation.Cycle);
}
