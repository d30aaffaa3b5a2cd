using LockGraph.Core;

namespace LockGraph.Reports.Tests;

/// <summary>Small programs for the engine, as steps of named flows with fixed sites: the same violations on every machine.</summary>
internal sealed class Story
{
    private readonly LockOrderValidator _validator = new(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty, CaptureStacks = false });
    private readonly Dictionary<string, LockInstance> _locks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExecutionFlow> _flows = new(StringComparer.Ordinal);

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
