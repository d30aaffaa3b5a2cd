using System.Globalization;
using LockGraph.Core;

namespace LockGraph.Cli.Replay;

/// <summary>The threads of one trace.</summary>
/// <remarks>
/// The end of a thread that was started in the trace is a pseudo-lock: the thread holds it while it runs, and whoever joins the thread takes
/// it for a moment, because that is what waiting for it means. So a lock that is held across a join comes before every lock of
/// the thread.
/// </remarks>
internal sealed class ReplayThreads(LockOrderValidator validator)
{
    private readonly Dictionary<string, ReplayThread> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LockInstance> _ends = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _starts = new(StringComparer.Ordinal);

    /// <summary>A thread by its name; one that was not started in the trace has been running all along.</summary>
    public ReplayThread Of(string name)
    {
        if (!_running.TryGetValue(name, out ReplayThread? thread))
        {
            _running.Add(name, thread = new ReplayThread(validator.OpenFlow(FlowName(name))));
        }

        return thread;
    }

    /// <summary>A thread begins.</summary>
    public void Fork(string name)
    {
        // The name of a thread that ended is given out again: the new one has an end of its own.
        if (_running.TryGetValue(name, out ReplayThread? earlier) && earlier.End is not null)
        {
            Finish(name, earlier);
        }

        ReplayThread thread = Of(name);
        int start = _starts[name] = _starts.GetValueOrDefault(name) + 1;
        _ends[name] = CreateEnd(name, start);

        // A recorder may write the start down after the first events of the thread. What it holds by then does not wait for its end.
        if (thread.Flow.HeldCount == 0)
        {
            thread.End = _ends[name];
            validator.Acquire(thread.Flow, new AcquisitionRequest(thread.End));
        }
    }

    /// <summary>A thread waits for the end of another.</summary>
    /// <param name="name">Who waits.</param>
    /// <param name="other">Whose end.</param>
    /// <param name="blocks">True when the wait never returned, so that the other thread did not end.</param>
    /// <param name="site">Where in the source.</param>
    public void Join(string name, string other, bool blocks, AcquisitionSite site)
    {
        ExecutionFlow flow = Of(name).Flow;
        if (!_ends.TryGetValue(other, out LockInstance? end))
        {
            _ends.Add(other, end = CreateEnd(other, _starts.GetValueOrDefault(other)));
        }

        validator.Acquire(flow, new AcquisitionRequest(end) { Site = site });
        validator.Release(flow, end);
        if (!blocks && name != other && _running.TryGetValue(other, out ReplayThread? ended))
        {
            Finish(other, ended);
        }
    }

    /// <summary>Ends every hold of a lock that was freed.</summary>
    public void EndHolds(LockInstance freed, (string Class, string Name) key)
    {
        foreach (ReplayThread thread in _running.Values)
        {
            while (thread.Flow.ModeOf(freed) is { } mode)
            {
                validator.Abandon(thread.Flow, freed, mode);
                thread.NoteFreed(key);
            }
        }
    }

    /// <summary>Ties the holds of a lock to the new history of its class, after the old one was forgotten.</summary>
    public void Rebind(LockInstance forgotten)
    {
        foreach (ReplayThread thread in _running.Values)
        {
            if (thread.Flow.ModeOf(forgotten) is { } mode)
            {
                validator.Downgrade(thread.Flow, forgotten, mode);
            }
        }
    }

    private void Finish(string name, ReplayThread thread)
    {
        validator.EndFlow(thread.Flow);
        _running.Remove(name);
    }

    private LockInstance CreateEnd(string name, int start)
    {
        string which = start > 1 ? " (" + start.ToString(CultureInfo.InvariantCulture) + ")" : "";
        return validator.CreateInstance(new LockClass("end of " + FlowName(name) + which) { IsPseudo = true, WaitType = WaitType.Free });
    }

    // A bare number reads as a thread only with the word before it.
    private static string FlowName(string name) => char.IsAsciiDigit(name[0]) ? "thread " + name : name;
}
