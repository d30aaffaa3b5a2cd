using LockGraph.Cli.Traces;

namespace LockGraph.Cli.Replay;

/// <summary>Judges traces while they are read. Each starts from an empty graph.</summary>
internal sealed class TracePlayer : ITraceVisitor
{
    private readonly List<TraceResult> _results = [];
    private TraceReplay? _replay;

    /// <summary>The answers so far, in the order of the input.</summary>
    public IReadOnlyList<TraceResult> Results => _results;

    /// <inheritdoc/>
    public void BeginTrace() => _replay = new TraceReplay();

    /// <inheritdoc/>
    public void Visit(in TraceEvent traceEvent, long index) => _replay!.Play(in traceEvent, index);

    /// <inheritdoc/>
    public void EndTrace(string name) => _results.Add(_replay!.End(name));
}
