using LockGraph.Cli.Traces;
using LockGraph.Core;

namespace LockGraph.Cli.Replay;

/// <summary>Feeds the events of one trace to the engine that judges real threads.</summary>
/// <remarks>Not thread-safe. Memory grows with the locks, threads and orders of the trace, not with its events.</remarks>
internal sealed class TraceReplay : IViolationSink
{
    private readonly LockOrderValidator _validator;
    private readonly ReplayLocks _locks;
    private readonly ReplayThreads _threads;
    private readonly List<Finding> _findings = [];
    private long _index;
    private long _events;

    /// <summary>Starts from an empty graph.</summary>
    public TraceReplay()
    {
        _validator = new LockOrderValidator(new ValidatorSettings
        {
            Mode = LockGraphMode.Observe,
            DeclaredOrder = DeclaredOrder.Empty,
            CaptureStacks = false,
            Sinks = [this],
        });
        _locks = new ReplayLocks(_validator);
        _threads = new ReplayThreads(_validator);
    }

    /// <summary>Judges an event.</summary>
    /// <param name="traceEvent">The event.</param>
    /// <param name="index">Its place in the trace.</param>
    public void Play(in TraceEvent traceEvent, long index)
    {
        _index = index;
        _events++;
        switch (traceEvent.Operation)
        {
            case TraceOperation.Acquire:
                Acquire(in traceEvent, AcquisitionKind.Blocking);
                break;

            // A refused try leaves nothing behind, not even a question.
            case TraceOperation.TryAcquire when !traceEvent.Refused:
                Acquire(in traceEvent, AcquisitionKind.Try);
                break;
            case TraceOperation.Release:
                Release(in traceEvent);
                break;
            case TraceOperation.Downgrade:
                Downgrade(in traceEvent);
                break;
            case TraceOperation.Init:
                Init(in traceEvent);
                break;
            case TraceOperation.Free:
                Free(in traceEvent);
                break;
            case TraceOperation.Fork:
                _threads.Fork(traceEvent.OtherThread);
                break;
            case TraceOperation.Join:
                _threads.Join(traceEvent.Thread, traceEvent.OtherThread, traceEvent.Blocks, traceEvent.Site);
                break;
            default:
                break;
        }
    }

    /// <summary>Gives the answer. The end of a trace is not the end of its threads, so what they hold is no leak.</summary>
    /// <exception cref="InvalidOperationException">The engine failed inside; the answer would be worth nothing.</exception>
    public TraceResult End(string name) => _validator.OwnFaults == 0
        ? new TraceResult(name, _findings, _events)
        : throw new InvalidOperationException($"the validator failed in trace '{name}'", _validator.FirstOwnFault);

    void IViolationSink.Report(Violation violation) => _findings.Add(new Finding(violation, _index));

    private void Acquire(in TraceEvent e, AcquisitionKind kind)
    {
        ReplayThread thread = _threads.Of(e.Thread);
        LockInstance wanted = _locks.Of(in e).RankFor(thread.Flow, e.Subclass);
        LockMode mode = e.Mode ?? LockMode.Write;
        _validator.Acquire(thread.Flow, new AcquisitionRequest(wanted, mode, kind)
        {
            Site = e.Site,
            NestLock = e.NestLock is null ? null : _locks.NestLock(thread.Flow, e.NestLock),
            WaitType = e.WaitType,
            Reentrant = Reentrant(in e, thread.Flow, wanted),
        });
        bool upgrades = e.Upgrade && thread.Flow.ModeOf(wanted) is not null;
        if (e.Blocks || e.Refused || upgrades)
        {
            _validator.Abandon(thread.Flow, wanted, mode);
        }

        if (upgrades && !e.Blocks && !e.Refused)
        {
            _validator.Downgrade(thread.Flow, wanted, mode);
            thread.Upgraded.Add(wanted);
        }
    }

    // Formats differ in what an upgradeable lock grants its holder, so a trace says where a second acquisition is a re-entry or an upgrade.
    // Only a repetition needs the answer, and only what is asked without options is quick to judge.
    private static bool? Reentrant(in TraceEvent e, ExecutionFlow flow, LockInstance wanted) =>
        e.Reentrant ? true : e.Upgrade || flow.ModeOf(wanted) is null ? null : false;

    private void Release(in TraceEvent e)
    {
        ReplayThread thread = _threads.Of(e.Thread);
        ReplayLock released = _locks.Of(in e);
        LockInstance instance = released.RankFor(thread.Flow, e.Subclass);
        if (thread.Flow.ModeOf(instance) is null && thread.TryEndFreed(released.Key))
        {
            return;
        }

        // One that was upgraded is released under the name of either mode.
        LockMode? mode = thread.Upgraded.Remove(instance) ? null : e.Mode;
        _validator.Release(thread.Flow, instance, mode);
    }

    private void Downgrade(in TraceEvent e)
    {
        ReplayThread thread = _threads.Of(e.Thread);
        LockInstance instance = _locks.Of(in e).RankFor(thread.Flow, e.Subclass);
        thread.Upgraded.Remove(instance);
        _validator.Downgrade(thread.Flow, instance, e.Mode ?? LockMode.Read);
    }

    private void Init(in TraceEvent e)
    {
        ReplayThread thread = _threads.Of(e.Thread);
        if (_locks.Find(in e) is not { } known)
        {
            _locks.Of(in e);
            return;
        }

        foreach (LockInstance instance in known.Ranks)
        {
            _validator.Reinitialize(thread.Flow, instance);
        }
    }

    private void Free(in TraceEvent e)
    {
        ReplayThread thread = _threads.Of(e.Thread);
        if (_locks.Find(in e) is not { } known)
        {
            return;
        }

        foreach (LockInstance instance in known.Ranks)
        {
            if (!e.ResetOnly)
            {
                _validator.Free(thread.Flow, instance);
                _threads.EndHolds(instance, known.Key);
            }

            // An object that is a class of its own takes its order with it; a class outlives its objects.
            if (known.IsOwnClass)
            {
                _validator.Forget(instance);
                _threads.Rebind(instance);
            }
        }

        if (!e.ResetOnly)
        {
            _locks.Remove(known);
        }
    }
}
