using System.Collections.Concurrent;
using System.Diagnostics;
using LockGraph.Core;

namespace LockGraph;

/// <summary>The first stack of each acquisition site, by class and line.</summary>
/// <remarks>Captured on the slow path only. Thread-safe. The budget drops stacks, never edges.</remarks>
internal sealed class StackCapture
{
    private readonly ConcurrentDictionary<(int Serial, string? File, int Line), CapturedStack> _stacks = new();
    private readonly bool _enabled;
    private readonly int _budget;
    private int _count;

    public StackCapture(bool enabled, int budget)
    {
        _enabled = enabled;
        _budget = budget;
    }

    /// <summary>How many stacks were not kept because the budget was used up.</summary>
    public int Dropped => Math.Max(0, Volatile.Read(ref _count) - _budget);

    /// <summary>Keeps the current stack as the first of its site, unless one is kept already.</summary>
    public void Keep(ClassNode node, AcquisitionSite site)
    {
        if (!_enabled || _stacks.ContainsKey((node.Serial, site.File, site.Line)) || Interlocked.Increment(ref _count) > _budget)
        {
            return;
        }

        _stacks.TryAdd((node.Serial, site.File, site.Line), Now());
    }

    /// <summary>The first stack of a site, if it was kept.</summary>
    public CapturedStack? First(ClassNode node, AcquisitionSite site) =>
        _stacks.TryGetValue((node.Serial, site.File, site.Line), out CapturedStack? stack) ? stack : null;

    /// <summary>The current stack for a report; null when stacks are switched off.</summary>
    public CapturedStack? Current() => _enabled ? Now() : null;

    /// <summary>
    /// The place of the user's code that called us, for what has no place of its own, and the current stack. Walks the stack also when
    /// stacks are switched off: without a place two defects in one lock class would be told as one.
    /// </summary>
    public AcquisitionSite Here(out CapturedStack? stack)
    {
        var trace = new StackTrace(fNeedFileInfo: true);
        stack = _enabled ? new TracedStack(trace) : null;
        return StackFrames.Site(trace);
    }

    private static TracedStack Now() => new(new StackTrace(fNeedFileInfo: true));
}
