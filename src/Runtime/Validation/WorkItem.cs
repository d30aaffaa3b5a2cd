namespace LockGraph;

/// <summary>A piece of work that begins and ends holding the same locks. It is followed into the tasks that it starts.</summary>
/// <remarks>Thread-safe: the flows of one work item may run side by side.</remarks>
internal sealed class WorkItem : IDisposable
{
    private readonly LockOrderValidator _validator;
    private readonly object _gate = new();
    private List<FlowHold>? _holds = [];
    private int _sweepAt = 16;

    public WorkItem(LockOrderValidator validator, ExecutionFlow flow, string name, WorkItem? outer)
    {
        _validator = validator;
        Flow = flow;
        Above = flow.HeldCount;
        Name = name;
        Outer = outer;
    }

    /// <summary>The name in reports.</summary>
    public string Name { get; }

    /// <summary>The flow of the thread that began it.</summary>
    public ExecutionFlow Flow { get; }

    /// <summary>How much that thread held then.</summary>
    public int Above { get; }

    /// <summary>The work item around this one.</summary>
    public WorkItem? Outer { get; }

    /// <summary>Notes what a flow of this work item asks for; it counts once it is granted.</summary>
    public void Note(FlowHold hold)
    {
        lock (_gate)
        {
            if (_holds is null)
            {
                return;
            }

            if (_holds.Count >= _sweepAt)
            {
                _holds.RemoveAll(noted => noted.IsOver);
                _sweepAt = Math.Max(16, _holds.Count * 2);
            }

            _holds.Add(hold);
        }
    }

    /// <summary>Ends the work item; what it leaves held is a leak.</summary>
    public void Dispose()
    {
        List<FlowHold>? holds;
        lock (_gate)
        {
            holds = _holds;
            _holds = null;
        }

        if (holds is not null)
        {
            _validator.EndWorkItem(this, holds);
        }
    }
}
