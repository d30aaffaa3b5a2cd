namespace LockGraph.Runtime.Tests.Order;

/// <summary>Explicit flows and locks that exist for one validator: what is judged, without a thread.</summary>
internal sealed class Script(LockOrderValidator validator)
{
    private readonly Dictionary<string, ExecutionFlow> _flows = [];
    private readonly Dictionary<string, LockInstance> _locks = [];

    public ExecutionFlow Flow(string name) => _flows.TryGetValue(name, out ExecutionFlow? flow) ? flow : _flows[name] = validator.OpenFlow(name);

    /// <summary>The lock of a name: <c>A</c> is the one of class A, <c>A.2</c> another of class A.</summary>
    public LockInstance Lock(string name)
    {
        if (!_locks.TryGetValue(name, out LockInstance? known))
        {
            known = _locks[name] = validator.CreateInstance(new LockClass(name.Split('.')[0]), name);
        }

        return known;
    }

    /// <summary>Plays steps of one flow: <c>+A</c> takes, <c>-A</c> releases, <c>?A</c> tries, <c>+A:r</c> reads, <c>:u</c> upgradeable, <c>:rr</c> recursive read.</summary>
    public Script Play(string flow, string steps)
    {
        foreach (string step in steps.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Step(flow, step);
        }

        return this;
    }

    /// <summary>Takes the locks in order and releases them all, innermost first.</summary>
    public Script Nest(string flow, string locks)
    {
        string[] names = locks.Split(' ');
        Play(flow, string.Join(' ', names.Select(name => (name[0] == '?' ? "" : "+") + name)));
        return Play(flow, string.Join(' ', names.Reverse().Select(name => "-" + name.TrimStart('?'))));
    }

    private void Step(string flow, string step)
    {
        string[] parts = step[1..].Split(':');
        LockInstance wanted = Lock(parts[0]);
        LockMode mode = parts.ElementAtOrDefault(1) switch
        {
            "r" => LockMode.Read,
            "rr" => LockMode.ReadRecursive,
            "u" => LockMode.Upgrade,
            _ => LockMode.Write,
        };
        if (step[0] == '-')
        {
            validator.Release(Flow(flow), wanted, parts.Length > 1 ? mode : null);
        }
        else
        {
            var kind = step[0] == '?' ? AcquisitionKind.Try : AcquisitionKind.Blocking;
            validator.Acquire(Flow(flow), new AcquisitionRequest(wanted, mode, kind));
        }
    }
}
