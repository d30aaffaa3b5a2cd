namespace Luo.Kernel;

/// <summary>Command words of a session descriptor: type 0xBA, numbers from 0x40.</summary>
internal static class SessionCommand
{
    public const uint PreserveFd = 0xBA40;
    public const uint RetrieveFd = 0xBA41;
    public const uint Finish = 0xBA42;
    public const uint GetName = 0xBA43;
}

/// <summary>One request on a session descriptor, with its reply.</summary>
internal sealed class SessionIoctl(uint command)
{
    public uint Command { get; } = command;

    /// <summary>Bytes that the caller passes; the default is enough for every command.</summary>
    public int Size { get; init; } = 72;

    /// <summary>The caller passes more than this kernel knows, and the rest is not zero.</summary>
    public bool HasUnknownTail { get; init; }

    public ulong Token { get; init; }

    public FileObject? File { get; init; }

    public ulong Reserved { get; init; }

    public FileObject? Retrieved { get; set; }

    public string? Name { get; set; }
}

/// <summary>The file of a session. Its last reference takes the session with it.</summary>
internal sealed class SessionFd(Machine machine, LuoSession session)
{
    public LuoSession Session => session;

    /// <summary>What release returned; nobody in the kernel looks at it. Null while the file lives.</summary>
    public int? ReleaseResult { get; private set; }

    public int Preserve(FileObject? file, ulong token) => Ioctl(new SessionIoctl(SessionCommand.PreserveFd) { File = file, Token = token });

    public Result<FileObject> Retrieve(ulong token)
    {
        var request = new SessionIoctl(SessionCommand.RetrieveFd) { Token = token };
        int error = Ioctl(request);
        return new Result<FileObject>(error, request.Retrieved);
    }

    public int Finish() => Ioctl(new SessionIoctl(SessionCommand.Finish));

    public Result<string> GetName()
    {
        var request = new SessionIoctl(SessionCommand.GetName);
        int error = Ioctl(request);
        return new Result<string>(error, request.Name);
    }

    public int Ioctl(SessionIoctl request) => machine.Syscall("ioctl " + request.Command.ToString("x", null), () =>
    {
        int error = Check(request);
        return error < 0 ? error : machine.Sessions.Ioctl(session, request);
    });

    public int Close() => machine.Syscall("close session", () =>
    {
        DropReference();
        return 0;
    });

    /// <summary>Drops the reference. The release itself waits until the task holds no lock, on its way back to user mode.</summary>
    public void DropReference() => machine.CurrentTask.Defer(() => ReleaseNow());

    /// <summary>The release, at once. Right only where no lock of LUO is held.</summary>
    public int ReleaseNow()
    {
        int result = machine.Sessions.Release(session);
        ReleaseResult = result;
        return result;
    }

    /// <summary>Everything that is refused before any lock is taken.</summary>
    private int Check(SessionIoctl request)
    {
        uint number = request.Command & 0xff;
        uint last = (machine.Config.HasGetName ? SessionCommand.GetName : SessionCommand.Finish) & 0xff;
        if (number < (SessionCommand.PreserveFd & 0xff) || number > last)
        {
            return Errno.EINVAL;
        }

        if ((request.Command & ~0xffu) != (SessionCommand.PreserveFd & ~0xffu))
        {
            return Errno.ENOIOCTLCMD;
        }

        if (machine.Config.ChecksSessionType && !FitsType(request.Command))
        {
            return Errno.EINVAL;
        }

        int needed = request.Command switch
        {
            SessionCommand.Finish => 8,
            SessionCommand.GetName => 72,
            _ => 16,
        };
        if (request.Size < needed)
        {
            return Errno.EINVAL;
        }

        if (request.HasUnknownTail)
        {
            return Errno.E2BIG;
        }

        bool checksReserved = request.Command == SessionCommand.GetName
            || (request.Command == SessionCommand.Finish && machine.Config.ChecksReservedOfFinish);
        return checksReserved && request.Reserved != 0 ? Errno.EINVAL : 0;
    }

    private bool FitsType(uint command) => command switch
    {
        SessionCommand.PreserveFd => !session.Retrieved,
        SessionCommand.RetrieveFd or SessionCommand.Finish => session.Retrieved,
        _ => true,
    };
}
