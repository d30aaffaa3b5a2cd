namespace LockGraph.Cli.Replay;

/// <summary>A thread of a trace while it runs.</summary>
/// <param name="flow">What it holds, for the engine.</param>
internal sealed class ReplayThread(ExecutionFlow flow)
{
    private Dictionary<(string Class, string Name), int>? _freed;

    /// <summary>What it holds, for the engine.</summary>
    public ExecutionFlow Flow { get; } = flow;

    /// <summary>The pseudo-lock that it holds until it ends, for whoever waits for its end.</summary>
    public LockInstance? End { get; set; }

    /// <summary>Locks whose one hold was upgradeable and is exclusive now.</summary>
    public HashSet<LockInstance> Upgraded { get; } = [];

    /// <summary>Notes that a hold ended because the lock was freed under it: its release, when it comes, is no second defect.</summary>
    public void NoteFreed((string Class, string Name) key)
    {
        _freed ??= [];
        _freed[key] = _freed.GetValueOrDefault(key) + 1;
    }

    /// <summary>Takes back one note; false when there is none.</summary>
    public bool TryEndFreed((string Class, string Name) key)
    {
        if (_freed is null || !_freed.TryGetValue(key, out int count))
        {
            return false;
        }

        if (count == 1)
        {
            _freed.Remove(key);
        }
        else
        {
            _freed[key] = count - 1;
        }

        return true;
    }
}
