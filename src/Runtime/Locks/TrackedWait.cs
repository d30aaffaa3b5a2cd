using System.Runtime.CompilerServices;
using LockGraph.Core;

namespace LockGraph;

/// <summary>A wait that is no lock, ordered like one: held while its body runs, touched by whoever waits for the body.</summary>
/// <remarks>
/// A task and its <c>Wait</c>, a lazy value and its factory, a callback and the <c>Dispose</c> that waits for it: waiting under a lock that
/// the body needs is an inversion, and is found as one. One instance stands for one origin of bodies; several bodies may run at once. The
/// body is held by the thread that runs it. In mode Off every member does nothing.
/// </remarks>
public sealed class TrackedWait : LockInstance
{
    private static readonly TrackedPrimitive _wait = new("Wait", Reentrant: true, LockOwner.Thread, WaitType.Block);

    /// <summary>Makes a wait of a named class.</summary>
    /// <param name="name">What is waited for, as reports name it.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TrackedWait(string name, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(_wait, new LockClass(name) { IsPseudo = true }, null, null, file, line)
    {
    }

    /// <summary>Begins a body on the current thread; what it locks comes after the wait.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public BodyScope EnterBody([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            return default;
        }

        // A body that starts waits for nobody, so like a try it has no order with what its thread holds already.
        EnterJudged(LockMode.Write, AcquisitionKind.Try, file, line);
        return new BodyScope(this);
    }

    /// <summary>Begins to wait for a body; what the thread holds comes before the wait. Dispose when the wait is over.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="LockOrderViolationException">Mode Assert: a body needs what the thread holds; nothing was waited for.</exception>
    public IDisposable BeginWait([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (FrozenMode.IsOff)
        {
            return default(WaitScope);
        }

        ExecutionFlow flow = ThreadFlows.Of(Validator);
        var site = new AcquisitionSite(file, line);
        Validator.NoteBlockingWait(flow, this, site);
        var request = new AcquisitionRequest(this) { Site = site };
        Validator.Acquire(flow, in request);
        Validator.Abandon(flow, this);
        return Validator.BeginWait(flow, in request, isEntered: false);
    }

    /// <summary>A body that runs.</summary>
    public readonly struct BodyScope : IDisposable
    {
        private readonly TrackedWait? _owner;

        internal BodyScope(TrackedWait owner) => _owner = owner;

        /// <summary>Ends the body.</summary>
        public void Dispose() => _owner?.LeaveHeld(_owner.WriteStamp, LockMode.Write, primitiveRefuses: false);
    }
}
