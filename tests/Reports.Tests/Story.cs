using LockGraph.Core;

namespace LockGraph.Reports.Tests;

/// <summary>Small programs for the engine, as steps of named flows with fixed sites: the same violations on every machine.</summary>
internal sealed class Story
{
    private readonly LockOrderValidator _validator;
    private readonly Dictionary<string, LockInstance> _locks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExecutionFlow> _flows = new(StringComparer.Ordinal);

    /// <summary>Begins a story.</summary>
    /// <param name="run">The name of the run.</param>
    /// <param name="declared">What was promised, outermost first.</param>
    public Story(string run = "", params string[] declared) => _validator = new(new ValidatorSettings
    {
        Run = run,
        DeclaredOrder = declared.Length == 0 ? DeclaredOrder.Empty : DeclaredOrder.Build([OrderDeclaration.Chain("Order.cs:1", declared)]),
        CaptureStacks = false,
    });

    /// <summary>What was found.</summary>
    public IReadOnlyList<Violation> Violations => _validator.Violations;

    /// <summary>A flow takes locks one inside the other, then lets all go.</summary>
    /// <param name="flow">Who.</param>
    /// <param name="file">In which file.</param>
    /// <param name="line">The line of the first acquisition; the others follow it.</param>
    /// <param name="names">The locks, outermost first.</param>
    public Story Nest(string flow, string file, int line, params string[] names)
    {
        foreach (string name in names)
        {
            _validator.Acquire(Flow(flow), new AcquisitionRequest(Lock(name)) { Site = new AcquisitionSite(file, line++) });
        }

        foreach (string name in names.Reverse())
        {
            _validator.Release(Flow(flow), Lock(name));
        }

        return this;
    }

    /// <summary>What was learned.</summary>
    public OrderSnapshot Snapshot() => _validator.TakeSnapshot();

    /// <summary>An inversion, a recursion, a guarded ring and a promise.</summary>
    public static Story Bank(string run) => new Story(run, "Bank.Vault", "Bank.Account._gate")
        .Nest("teller", "Transfer.cs", 20, "Bank.Account._gate", "Bank.Audit._log")
        .Nest("auditor", "Audit.cs", 51, "Bank.Audit._log", "Bank.Account._gate")
        .Nest("teller", "Transfer.cs", 40, "Bank.Vault", "Bank.Keys._ring", "Bank.Safe._door")
        .Nest("auditor", "Audit.cs", 70, "Bank.Vault", "Bank.Safe._door", "Bank.Keys._ring")
        .Nest("worker", "Queue.cs", 7, "Queue._items", "Queue._items");

    private ExecutionFlow Flow(string name)
    {
        if (!_flows.TryGetValue(name, out ExecutionFlow? flow))
        {
            _flows.Add(name, flow = _validator.OpenFlow(name));
        }

        return flow;
    }

    private LockInstance Lock(string name)
    {
        if (!_locks.TryGetValue(name, out LockInstance? known))
        {
            _locks.Add(name, known = _validator.CreateInstance(new LockClass(name)));
        }

        return known;
    }
}
