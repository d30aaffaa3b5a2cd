using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>Which of two witnesses, or of two reports of one defect, is kept: the smaller one in a total order, so that it never matters which came first.</summary>
/// <remarks>Evidence with a stack goes before evidence without, then by run, then by digest.</remarks>
internal sealed class KeptEvidence(RunFingerprint fingerprint)
{
    public EdgeWitness Of(EdgeWitness one, EdgeWitness other)
    {
        int order = ReferenceEquals(one, other) ? -1 : Compare(HasStack(one), HasStack(other), one.Run, other.Run);
        order = order != 0 ? order : string.CompareOrdinal(fingerprint.Of(one), fingerprint.Of(other));
        return order <= 0 ? one : other;
    }

    public Violation Of(Violation one, Violation other)
    {
        int order = ReferenceEquals(one, other) ? -1 : Compare(HasStack(one), HasStack(other), one.Run, other.Run);
        order = order != 0 ? order : string.CompareOrdinal(fingerprint.Of(one), fingerprint.Of(other));
        return order <= 0 ? one : other;
    }

    // Nought only for what one run says twice about one thing.
    private static int Compare(bool oneHasStack, bool otherHasStack, string? oneRun, string? otherRun) =>
        otherHasStack.CompareTo(oneHasStack) is var order and not 0 ? order : string.CompareOrdinal(oneRun, otherRun);

    private static bool HasStack(EdgeWitness witness) => witness.Outer.Stack is not null && witness.Inner.Stack is not null;

    private static bool HasStack(Violation violation) => violation.Stack is not null || violation.Attempted.Stack is not null;
}
