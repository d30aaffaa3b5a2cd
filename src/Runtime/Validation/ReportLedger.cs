using LockGraph.Core;

namespace LockGraph;

/// <summary>Which violations were found, and who is told: each id once.</summary>
/// <remarks>Thread-safe. Sinks run outside its lock.</remarks>
internal sealed class ReportLedger
{
    private readonly object _gate = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<Violation> _violations = [];
    private readonly IViolationSink[] _sinks;
    private long _ownFaults;
    private Exception? _firstFault;

    public ReportLedger(IEnumerable<IViolationSink> sinks) => _sinks = [.. sinks];

    public IReadOnlyList<Violation> Violations
    {
        get
        {
            lock (_gate)
            {
                return _violations.ToArray();
            }
        }
    }

    public long OwnFaults => Interlocked.Read(ref _ownFaults);

    public Exception? FirstFault => Volatile.Read(ref _firstFault);

    /// <summary>Records a violation; true when its id is new.</summary>
    public bool Record(Violation violation)
    {
        lock (_gate)
        {
            if (!_ids.Add(violation.Id))
            {
                return false;
            }

            _violations.Add(violation);
            return true;
        }
    }

    /// <summary>Tells every sink; what the throwing sink throws is given back, so that all the others hear first.</summary>
    public LockOrderViolationException? Tell(Violation violation)
    {
        LockOrderViolationException? thrown = null;
        foreach (IViolationSink sink in _sinks)
        {
            try
            {
                sink.Report(violation);
            }
            catch (LockOrderViolationException exception)
            {
                thrown ??= exception;
            }
#pragma warning disable CA1031 // A sink is user code: whatever it throws must not reach the guilty acquisition.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Fault(exception);
            }
        }

        return thrown;
    }

    /// <summary>Tells the throwing sinks alone: the others have heard of this defect already.</summary>
    public LockOrderViolationException? TellThrowing(Violation violation) =>
        Array.Exists(_sinks, sink => sink is ThrowingSink) ? new LockOrderViolationException(violation) : null;

    /// <summary>Counts a fault of the validator itself, or of a sink.</summary>
    public void Fault(Exception exception)
    {
        Interlocked.Increment(ref _ownFaults);
        Interlocked.CompareExchange(ref _firstFault, exception, null);
    }
}
