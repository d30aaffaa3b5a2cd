namespace LockGraph.Cli.Traces;

/// <summary>Takes in what a reader reads, while it reads: nothing of a trace is kept for it.</summary>
internal interface ITraceVisitor
{
    /// <summary>A trace begins. Its name may not be known before its end.</summary>
    void BeginTrace();

    /// <summary>The next event.</summary>
    /// <param name="traceEvent">The event; valid during the call.</param>
    /// <param name="index">Its place in the trace, from 0.</param>
    void Visit(in TraceEvent traceEvent, long index);

    /// <summary>The trace is complete and well formed.</summary>
    /// <param name="name">Its name, or its number when it has none.</param>
    void EndTrace(string name);
}
