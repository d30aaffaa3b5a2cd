using System.Collections.Concurrent;
using System.Reflection;
using LockGraph.Core;

namespace LockGraph;

/// <summary>The engine: judges each acquisition before it can block, keeps the order that was seen, and reports each defect once.</summary>
/// <remarks>
/// Thread-safe; a flow object is used by one thread at a time. Real threads, replay and tests share this one engine. New knowledge is
/// added under one gate, before the requester can block, so of two threads that add complementary edges one always sees the other's.
/// No user code runs under the gate. Faults of the validator itself are contained and counted (<see cref="OwnFaults"/>).
/// </remarks>
public sealed partial class LockOrderValidator
{
    private static readonly AsyncLocal<LockOrderValidator?> _current = new();
    private static readonly Lazy<LockOrderValidator> _default = new(ProcessValidator.Create);

    private readonly object _gate = new();
    private readonly LockOrderGraph _graph = new();
    private readonly ClassRegistry _classes;
    private readonly InstanceOrder _instanceOrder = new();
    private readonly ConcurrentDictionary<ulong, ulong> _validated = new();
    private readonly ConcurrentDictionary<long, string> _gateNames = new();
    private readonly ReportLedger _ledger;
    private readonly StackCapture _stacks;
    private readonly WaitGraph _waits = new();
    private readonly ToldHolds _told = new();
    private readonly List<ExecutionFlow> _threadFlows = [];
    private readonly HashSet<ExecutionFlow> _openFlows = [];
    private readonly int _heldLimit;
    private readonly string _run;
    private int _lastFlow;

    /// <summary>Makes a validator with a graph of its own.</summary>
    /// <param name="settings">Its settings; <see langword="null"/> for the defaults.</param>
    public LockOrderValidator(ValidatorSettings? settings = null)
    {
        settings ??= new ValidatorSettings();
        IEnumerable<IViolationSink> sinks = settings.Mode == LockGraphMode.Assert ? settings.Sinks.Append(new ThrowingSink()) : settings.Sinks;
        _ledger = new ReportLedger(sinks);
        _stacks = new StackCapture(settings.CaptureStacks, settings.StackBudget);
        _classes = new ClassRegistry(_graph, settings.DeclaredOrder);
        _heldLimit = settings.HeldLimit;
        _run = settings.Run;
    }

    /// <summary>The validator of the process: of every tracked lock that is made outside a <see cref="MakeCurrent"/> scope.</summary>
    public static LockOrderValidator Default => _default.Value;

    /// <summary>The validator that a tracked lock made here and now belongs to.</summary>
    public static LockOrderValidator Current => _current.Value ?? Default;

    /// <summary>What was found so far, in order of finding; a copy.</summary>
    public IReadOnlyList<Violation> Violations => _ledger.Violations;

    /// <summary>Faults of the validator itself and of its sinks that were contained.</summary>
    public long OwnFaults => _ledger.OwnFaults;

    /// <summary>The first contained fault, for a bug report.</summary>
    public Exception? FirstOwnFault => _ledger.FirstFault;

    /// <summary>Stacks that were not kept because the budget was used up.</summary>
    public int DroppedStacks => _stacks.Dropped;

    /// <summary>What was promised so far.</summary>
    public DeclaredOrder DeclaredOrder
    {
        get
        {
            lock (_gate)
            {
                return _classes.Declared;
            }
        }
    }

    /// <summary>Promises that cannot be honoured: unknown names and contradictions, with their places.</summary>
    public IReadOnlyList<OrderDeclarationError> DeclarationErrors => DeclaredOrder.Errors;

    /// <summary>Makes this the validator of the tracked locks that are constructed until the scope is disposed; flows into new threads and tasks.</summary>
    public IDisposable MakeCurrent()
    {
        LockOrderValidator? before = _current.Value;
        _current.Value = this;
        return new CurrentScope(before);
    }

    /// <summary>Opens a flow that belongs to no thread, for replay and tests.</summary>
    /// <param name="name">The name in reports.</param>
    public ExecutionFlow OpenFlow(string name)
    {
        var flow = new ExecutionFlow(this, name, Interlocked.Increment(ref _lastFlow), thread: null);
        lock (_gate)
        {
            _openFlows.Add(flow);
        }

        return flow;
    }

    /// <summary>Adds promises about lock order to those known; edges that were seen before are judged by them now.</summary>
    /// <param name="declarations">The promises; class names are taken as written.</param>
    /// <remarks>Thread-safe. Cost: linear in all promises and edges known. Errors are added to <see cref="DeclarationErrors"/>.</remarks>
    public void Declare(params OrderDeclaration[] declarations)
    {
        List<Violation> late = [];
        lock (_gate)
        {
            _classes.Add(declarations, declarations.SelectMany(declaration => declaration.Names));
            LateJudgement(late);
        }

        TellLate(late);
    }

    /// <summary>Makes a lock that exists for this validator only, for replay and tests.</summary>
    /// <param name="class">Its class.</param>
    /// <param name="label">Its name among its class.</param>
    /// <param name="subclass">Its rank.</param>
    public LockInstance CreateInstance(LockClass @class, string? label = null, int subclass = 0) => new(this, @class, subclass, label);

    /// <summary>Who waits for a lock now.</summary>
    /// <remarks>A flow stands here from just before it asks its primitive until just after it was woken, so it may not have queued there yet.</remarks>
    public IReadOnlyList<LockWait> CurrentWaits() => _waits.Current();

    internal ExecutionFlow OpenThreadFlow(Thread thread)
    {
        string name = string.IsNullOrEmpty(thread.Name) ? "thread " + thread.ManagedThreadId : thread.Name!;
        var flow = new ExecutionFlow(this, name, Interlocked.Increment(ref _lastFlow), thread);
        lock (_gate)
        {
            // Threads come and go: the dead ones that left nothing behind have nothing to report.
            _threadFlows.RemoveAll(known => known.HeldCount == 0 && !known.Thread!.IsAlive);
            _threadFlows.Add(flow);
        }

        return flow;
    }

    internal ClassNode RegisterClass(LockClass @class, int subclass)
    {
        lock (_gate)
        {
            return _classes.Register(@class, subclass);
        }
    }

    /// <summary>Reads the promises of the assembly that makes a lock.</summary>
    internal void Learn(Assembly? assembly)
    {
        if (assembly is null || !_classes.ReadsAttributes)
        {
            return;
        }

        List<Violation> late = [];
        try
        {
            // Outside the gate: to read attributes loads types, and what answers AppDomain.AssemblyResolve is user code.
            AssemblyDeclarations read = AttributeDeclarations.Of(assembly);
            lock (_gate)
            {
                if (_classes.Learn(assembly, read))
                {
                    LateJudgement(late);
                }
            }
        }
#pragma warning disable CA1031 // The validator never brings its host down.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _ledger.Fault(exception);
        }

        TellLate(late);
    }

    private void TellLate(List<Violation> late)
    {
        if (late.Count == 0)
        {
            return;
        }

        ExecutionFlow here = ThreadFlows.Of(this);
        here.Guard++;
        try
        {
            foreach (Violation violation in late.Where(_ledger.Record))
            {
                Publish(violation);
                _ledger.Tell(violation);
            }
        }
        finally
        {
            here.Guard--;
        }
    }

    // Promises that arrive after an edge was seen judge the edge; the acquisitions themselves are past, so nothing is thrown.
    private void LateJudgement(List<Violation> late)
    {
        foreach (DependencyEdge edge in _graph.Edges)
        {
            if (edge.Witness is { } witness)
            {
                var outer = new HeldLock(witness.Outer);
                Judgement judgement = AcquisitionJudge.Judge([outer], witness.Inner, _classes.Declared, AcquisitionJudge.Unlimited);
                late.AddRange(judgement.Verdicts
                    .Where(verdict => verdict.Kind is ViolationKind.DeclaredOrder or ViolationKind.UndeclaredNesting)
                    .Select(verdict => new Violation(verdict.Kind, witness.Flow, witness.Inner, [outer]) { Against = outer, Detail = verdict.Detail }));
            }
        }
    }

    private sealed class CurrentScope(LockOrderValidator? before) : IDisposable
    {
        public void Dispose() => _current.Value = before;
    }
}
