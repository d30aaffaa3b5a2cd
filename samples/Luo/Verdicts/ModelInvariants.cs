using System.Collections.Concurrent;
using LockGraph;
using Luo.Kernel;

namespace Luo.Verdicts;

/// <summary>Something that is wrong with the model's state, whatever the lock order.</summary>
internal sealed record Anomaly(Verdict Verdict, string Text);

/// <summary>
/// The second oracle beside the validator: what the jump hands over against what the system holds, what a failed attempt leaves behind,
/// counts against lists, ids against files, and nothing used after it was freed.
/// </summary>
/// <remarks>Thread-safe. Reads guarded state without its locks: at those moments the reader is the only one who could change it.</remarks>
[NoLockAnalysis(Justification = "An oracle outside the model: it looks when nobody can change what it reads.")]
internal sealed class ModelInvariants : IMachineObserver
{
    private readonly ConcurrentQueue<Anomaly> _anomalies = new();

    public IReadOnlyCollection<Anomaly> Anomalies => _anomalies;

    /// <summary>False where a seeded mistake changes what callbacks are called under.</summary>
    public bool ChecksCallbacks { get; init; }

    public void Report(Verdict verdict, string text) => _anomalies.Enqueue(new Anomaly(verdict, text));

    public void UsedAfterFree(Machine machine, string what) => Report(Verdict.Uaf, what);

    public void AtCallback(Machine machine, HandlerCallback callback, LuoSession session, LuoFile? file)
    {
        if (ChecksCallbacks && CallbackLocks.Mismatch(machine, callback, session, file) is { } mismatch)
        {
            Report(Verdict.WrongLocks, mismatch);
        }
    }

    /// <summary>The header rwsem is released before the lock outside it.</summary>
    public void AtThaw(Machine machine)
    {
        if (machine.Sessions.Outgoing.Rwsem.IsHeldByCurrentFlow)
        {
            Report(Verdict.BrokenInvariant, "the sessions are let go while the header rwsem is still held");
        }
    }

    /// <summary>A failed attempt leaves neither session lock held.</summary>
    public void AfterFailedSerialization(Machine machine)
    {
        if (machine.Sessions.SerializeRwsem.IsHeldByCurrentFlow || machine.Sessions.Outgoing.Rwsem.IsHeldByCurrentFlow)
        {
            Report(Verdict.BrokenInvariant, "a failed reboot still holds a session lock");
        }
    }

    /// <summary>What is handed over is what the system holds.</summary>
    public void AtJump(Machine machine)
    {
        HandOver given = machine.Kexec.HandedOver!;
        Dictionary<string, SerializedSession> written = given.Sessions.ToDictionary(session => session.Name);
        foreach (LuoSession session in machine.Sessions.Outgoing.List)
        {
            if (written.Remove(session.Name, out SerializedSession? image))
            {
                CompareFiles(session, image);
            }
            else
            {
                Report(Verdict.LostUpdate, $"session {session.Name} is not in the snapshot");
            }
        }

        foreach (string name in written.Keys)
        {
            Report(Verdict.StaleSnapshot, $"session {name} is in the snapshot and no longer exists");
        }

        CompareFlbs(machine, given);
    }

    /// <summary>Checks a machine that is at rest.</summary>
    public void AtRest(Machine machine)
    {
        OutgoingHeader outgoing = machine.Sessions.Outgoing;
        IncomingHeader incoming = machine.Sessions.Incoming;
        if (outgoing.Count != outgoing.List.Count || incoming.Count != incoming.List.Count)
        {
            Report(Verdict.BrokenInvariant, "a session count differs from the length of its list");
        }

        if (!machine.Kexec.Jumped && outgoing.List.Any(session => session.Files.Files.Any(file => file.IsFrozen)))
        {
            Report(Verdict.BrokenInvariant, "a file is frozen in a machine that runs on");
        }

        if (!machine.Config.HasPreservedFileIds)
        {
            return;
        }

        var live = outgoing.List.Concat(incoming.List)
            .SelectMany(session => session.Files.Files)
            .Where(file => file.File is not null)
            .Select(file => file.Handler.GetId(file.File!))
            .ToList();
        IReadOnlyList<object> preserved = machine.Files.PreservedIds();
        if (live.Count != live.Distinct().Count() || !live.ToHashSet().SetEquals(preserved))
        {
            Report(Verdict.BrokenInvariant, $"{preserved.Count} preserved ids, {live.Count} live files");
        }
    }

    private void CompareFiles(LuoSession session, SerializedSession image)
    {
        Dictionary<ulong, SerializedFile> written = image.Files.ToDictionary(file => file.Token);
        foreach (LuoFile file in session.Files.Files)
        {
            if (!written.Remove(file.Token, out SerializedFile? one))
            {
                Report(Verdict.LostUpdate, $"file {file.File} of {session.Name} is not in the snapshot");
            }
            else if (file.Page is not null && one.Handle != file.Page.Address)
            {
                Report(Verdict.StaleSnapshot, $"file {file.File} of {session.Name} is at {file.Page.Address:x}, the snapshot says {one.Handle:x}");
            }
        }

        foreach (ulong token in written.Keys)
        {
            Report(Verdict.StaleSnapshot, $"token {token} of {session.Name} is in the snapshot and no longer preserved");
        }
    }

    private void CompareFlbs(Machine machine, HandOver given)
    {
        foreach (Flb flb in machine.Flbs.All)
        {
            OutgoingFlbState state = flb.Private.Outgoing;
            SerializedFlb? image = given.Flbs.FirstOrDefault(one => one.Compatible == flb.Compatible);
            if (state.Count > 0 && image is null)
            {
                Report(Verdict.LostUpdate, $"FLB {flb.Compatible} is not in the snapshot");
            }
            else if (image is not null && (state.Object is null || image.Handle != state.Handle))
            {
                Report(Verdict.StaleSnapshot, $"FLB {flb.Compatible} changed after it was written");
            }
        }
    }
}
