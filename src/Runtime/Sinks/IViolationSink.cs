using LockGraph.Core;

namespace LockGraph;

/// <summary>Receives each violation once.</summary>
/// <remarks>
/// Called on the guilty thread, before it takes the lock, outside every lock of the validator; several threads may call at once. Locks that
/// a sink takes are not judged. What a sink throws is contained and counted, except <see cref="LockOrderViolationException"/>, which reaches
/// the guilty acquisition.
/// </remarks>
public interface IViolationSink
{
    /// <summary>Receives a violation.</summary>
    void Report(Violation violation);
}
