namespace Luo.Kernel;

/// <summary>The files of one session (<c>struct luo_file_set</c>). Protected entirely by the session's mutex.</summary>
internal sealed class LuoFileSet(Machine machine, LuoSession session)
{
    private readonly List<LuoFile> _files = [];
    private readonly BlockSet _memory = new(
        machine,
        machine.Config.HasBlockChains ? KernelConfig.FilesPerBlock : KernelConfig.FixedFileCapacity,
        "files");

    public IReadOnlyList<LuoFile> Files => _files;

    /// <summary>Preserves one more file; every failure is undone.</summary>
    public int Preserve(ulong token, FileObject? file)
    {
        if (_files.Exists(other => other.Token == token))
        {
            return Errno.EEXIST;
        }

        if (!machine.Config.HasBlockChains && _files.Count >= KernelConfig.FixedFileCapacity)
        {
            return Errno.ENOSPC;
        }

        if (file is null)
        {
            return Errno.EBADF;
        }

        int error = _memory.Grow(_files.Count);
        if (error < 0)
        {
            return error;
        }

        error = PreserveIn(token, file);
        if (error < 0)
        {
            _memory.Shrink(_files.Count);
        }

        return error;
    }

    public void UnpreserveAll()
    {
        for (int i = _files.Count - 1; i >= 0; i--)
        {
            LuoFile file = _files[i];
            machine.ObserveCallback(HandlerCallback.Unpreserve, session, null);
            file.Handler.Unpreserve(file);
            machine.Flbs.FileUnpreserve(file.Handler);
            machine.Files.Forget(file.Handler.GetId(file.File!));
            file.Handler.Unpin();
            _files.RemoveAt(i);
        }

        _memory.Shrink(0);
    }

    /// <summary>Freezes and writes file after file; the first failure thaws the ones before it, in order.</summary>
    public int Freeze(out IReadOnlyList<SerializedFile> written)
    {
        var images = new List<SerializedFile>(_files.Count);
        written = images;
        for (int i = 0; i < _files.Count; i++)
        {
            var file = (OutgoingFile)_files[i];
            int error = file.Freeze();
            if (error < 0)
            {
                UnfreezeFirst(i);
                images.Clear();
                return error;
            }

            images.Add(new SerializedFile(file.Handler.Compatible, file.Handle, file.Token));
        }

        return 0;
    }

    public void Unfreeze() => UnfreezeFirst(_files.Count);

    /// <summary>Restores the set. A file that nobody can handle fails it.</summary>
    public int Deserialize(IReadOnlyList<SerializedFile> images)
    {
        foreach (SerializedFile image in images)
        {
            int error = machine.Files.FindCompatible(image.Compatible, out FileHandler? handler);
            if (error < 0)
            {
                return error;
            }

            _files.Add(new IncomingFile(machine, session, handler!, image));
        }

        return 0;
    }

    public int Retrieve(ulong token, out FileObject? restored)
    {
        restored = null;
        LuoFile? file = _files.Find(candidate => candidate.Token == token);
        return file is null ? Errno.ENOENT : file.Retrieve(out restored);
    }

    /// <summary>The internal file API: a handler that restores one file gets another one that it depends on.</summary>
    public int RetrieveDependency(ulong token, out FileObject? restored)
    {
        session.Mutex.AssertHeld();
        return Retrieve(token, out restored);
    }

    /// <summary>Asks every file whether it can be finished, then finishes them, newest first.</summary>
    /// <returns>0, or <see cref="Errno.EBUSY"/> when one refuses; then nothing has changed.</returns>
    public int FinishAll()
    {
        foreach (LuoFile file in _files)
        {
            if (!file.CanFinish())
            {
                return Errno.EBUSY;
            }
        }

        for (int i = _files.Count - 1; i >= 0; i--)
        {
            LuoFile file = _files[i];
            file.Finish();
            if (file.File is not null)
            {
                machine.Files.Forget(file.Handler.GetId(file.File));
            }

            file.Handler.Unpin();
            _files.RemoveAt(i);
        }

        return 0;
    }

    private int PreserveIn(ulong token, FileObject file)
    {
        int error = machine.Files.FindFor(file, session, out FileHandler? handler);
        if (error < 0)
        {
            return error;
        }

        object id = handler!.GetId(file);
        if (machine.Config.HasPreservedFileIds && !machine.Files.Remember(id))
        {
            handler.Unpin();
            return Errno.EBUSY;
        }

        error = machine.Flbs.FilePreserve(handler);
        if (error < 0)
        {
            machine.Files.Forget(id);
            handler.Unpin();
            return error;
        }

        var preserved = new OutgoingFile(machine, session, handler, token, file);
        machine.ObserveCallback(HandlerCallback.Preserve, session, null);
        error = handler.Preserve(preserved);
        if (error < 0)
        {
            machine.Flbs.FileUnpreserve(handler);
            machine.Files.Forget(id);
            handler.Unpin();
            return error;
        }

        _files.Add(preserved);
        return 0;
    }

    private void UnfreezeFirst(int count)
    {
        for (int i = 0; i < count; i++)
        {
            ((OutgoingFile)_files[i]).Unfreeze();
        }
    }
}
