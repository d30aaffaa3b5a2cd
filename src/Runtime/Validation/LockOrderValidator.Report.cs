using LockGraph.Core;

namespace LockGraph;

/// <content>From violations to the sinks and, in mode Assert, to the guilty acquisition.</content>
public sealed partial class LockOrderValidator
{
    /// <summary>Tells the new ones. Throws after every sink has heard, so that a swallowed exception hides nothing.</summary>
    /// <param name="flow">Who is guilty; what its sinks lock is not judged.</param>
    /// <param name="found">What was found; null for nothing.</param>
    /// <param name="primitiveRefuses">The primitive throws for itself what a user expects of it.</param>
    private void Deliver(ExecutionFlow flow, List<Violation>? found, bool primitiveRefuses)
    {
        if (found is null || found.Count == 0)
        {
            return;
        }

        // Sinks run on this thread, which is not that of an explicit flow.
        ExecutionFlow here = ThreadFlows.Of(this);
        LockOrderViolationException? thrown = null;
        flow.Guard++;
        here.Guard++;
        try
        {
            foreach (Violation violation in found)
            {
                bool isNew = _ledger.Record(violation);
                if (isNew)
                {
                    Publish(violation);
                }

                // Told once. A wait for itself is thrown again all the same: to go on would hang.
                if (isNew || violation.Kind is ViolationKind.Recursion or ViolationKind.LiveDeadlock)
                {
                    thrown ??= isNew ? _ledger.Tell(violation) : _ledger.TellThrowing(violation);
                }
            }
        }
        finally
        {
            here.Guard--;
            flow.Guard--;
        }

        if (thrown is not null && !(primitiveRefuses && IsRefused(thrown.Violation.Kind)))
        {
            throw thrown;
        }
    }

    private void Publish(Violation violation)
    {
        try
        {
            LockGraphEventSource.Log.Violation(violation);
            LockGraphMeter.Count(violation);
        }
#pragma warning disable CA1031 // Listeners are user code, as sinks are.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _ledger.Fault(exception);
        }
    }

    // What a primitive detects for itself it answers with the exception that its users know.
    private static bool IsRefused(ViolationKind kind) => kind is ViolationKind.Recursion or ViolationKind.BadRelease
        or ViolationKind.ConditionWait or ViolationKind.AwaitUnderLock or ViolationKind.HeldFreed or ViolationKind.UseAfterFree;

    /// <summary>Finds out what to tell, and tells it. What goes wrong while looking is our fault, and the call that is looked at goes on.</summary>
    private void Deliver(ExecutionFlow flow, Func<Violation?> find, bool primitiveRefuses = false)
    {
        if (flow.Guard == 0)
        {
            Deliver(flow, Contained(() => find() is { } violation ? Told(violation) : null), primitiveRefuses);
        }
    }

    /// <summary>Tells a misuse of a lock that is no acquisition.</summary>
    private void Report(
        ViolationKind kind,
        ExecutionFlow flow,
        LockInstance lockInstance,
        LockMode mode,
        AcquisitionSite site,
        string? detail,
        bool primitiveRefuses = false) => Deliver(flow, () => Misuse(kind, flow, lockInstance, mode, site, detail), primitiveRefuses);

    /// <summary>Counts a fault of the validator itself that was contained elsewhere.</summary>
    internal void NoteFault(Exception exception) => _ledger.Fault(exception);

    private List<Violation> Told(Violation violation) =>
        [violation.Stack is null && _stacks.Current() is { } stack ? violation.WithStack(stack) : violation];

    private TResult? Contained<TResult>(Func<TResult?> find)
    {
        try
        {
            return find();
        }
#pragma warning disable CA1031 // The validator never brings its host down.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _ledger.Fault(exception);
            return default;
        }
    }
}
