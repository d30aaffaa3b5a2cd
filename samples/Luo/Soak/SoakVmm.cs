using Luo.Kernel;

namespace Luo.Soak;

/// <summary>One VMM of a soak: takes over its sessions of the previous kernel, then lives at random until its kernel is gone.</summary>
internal sealed class SoakVmm(SoakRun run, Machine machine, DeviceFd device, int number, Random random)
{
    private const int MostSessions = 6;

    private readonly List<(SessionFd Session, ulong Files)> _sessions = [];
    private readonly string _prefix = $"vmm{number}-";
    private int _created;

    public void Live(HandOver? received, CancellationToken stop)
    {
        TakeOver(received);
        while (!machine.Kexec.Jumped && !stop.IsCancellationRequested)
        {
            Act();
        }
    }

    // Sessions carry the number of the VMM that they belong to, so that each is retrieved once.
    private void TakeOver(HandOver? received)
    {
        foreach (SerializedSession image in received?.Sessions ?? [])
        {
            if (!image.Name.StartsWith(_prefix, StringComparison.Ordinal))
            {
                continue;
            }

            Result<SessionFd> restored = device.RetrieveSession(image.Name);
            if (!Alive())
            {
                return;
            }

            run.Expect(0, restored.Error, "retrieve " + image.Name);
            foreach (SerializedFile file in image.Files)
            {
                Result<FileObject> got = restored.Value!.Retrieve(file.Token);
                if (!Alive())
                {
                    return;
                }

                run.Expect(image.Name + "/" + file.Token.ToString(null, null), got.Value?.Name, "content of a restored file");
                run.Counters.RestoredFile();
            }

            Check(restored.Value!.Finish(), "finish");
            Check(restored.Value!.Close(), "close of a restored session");
        }
    }

    private void Act()
    {
        int choice = random.Next(10);
        if (_sessions.Count == 0 || (choice < 2 && _sessions.Count < MostSessions))
        {
            Create();
            return;
        }

        int index = random.Next(_sessions.Count);
        (SessionFd session, ulong files) = _sessions[index];
        switch (choice)
        {
            case < 6:
                ulong token = files + 1;
                Check(session.Preserve(MemfdLuo.Open(session.Session.Name + "/" + token.ToString(null, null)), token), "preserve");
                _sessions[index] = (session, token);
                break;
            case < 9:
                Check(session.GetName().Error, "get name");
                break;
            default:
                Check(session.Close(), "close");
                _sessions.RemoveAt(index);
                break;
        }
    }

    private void Create()
    {
        // The names of the kernel before are free again only there: the boots are told apart by what was handed over.
        string name = _prefix + (++_created).ToString(null, null);
        Result<SessionFd> created = device.CreateSession(name);
        Check(created.Error, "create " + name);
        if (created.Value is { } session)
        {
            _sessions.Add((session, 0));
        }
    }

    // What wakes up in a dead kernel counts for nothing.
    private void Check(int result, string what)
    {
        if (Alive())
        {
            run.Expect(0, result, what);
            run.Counters.Operation();
        }
    }

    private bool Alive() => !machine.Kexec.Jumped;
}
