namespace Luo.Kernel;

/// <summary>An open file as a process passes it to LUO.</summary>
internal sealed class FileObject(string name, object? backing = null)
{
    public string Name { get; } = name;

    /// <summary>What the file is made of; a memfd has its inode here.</summary>
    public object? Backing { get; } = backing;

    public override string ToString() => Name;
}

/// <summary>
/// What a subsystem registers to preserve its kind of file (<c>struct liveupdate_file_handler</c>). The callbacks run under the locks that
/// <see cref="LuoFileSet"/> and <see cref="LuoFile"/> hold around them.
/// </summary>
internal abstract class FileHandler(string compatible)
{
    private int _pins;

    public string Compatible { get; } = compatible;

    /// <summary>False: an operation that LUO requires is missing.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>False: the module is on its way out and can no longer be pinned.</summary>
    public bool CanPin { get; set; } = true;

    /// <summary>References to the module: one per preserved or restored file (V2+), or one while registered.</summary>
    public int Pins => Volatile.Read(ref _pins);

    /// <summary>
    /// The FLBs that files of this handler depend on. Guarded by the register rwlock (V2+) or by the absence of sessions.
    /// </summary>
    public List<Flb> Flbs { get; } = [];

    /// <summary>In-kernel self-test, run by registration when it holds no lock.</summary>
    public Action? SelfTest { get; set; }

    public bool TryPin()
    {
        if (!CanPin)
        {
            return false;
        }

        Interlocked.Increment(ref _pins);
        return true;
    }

    public void Unpin() => Interlocked.Decrement(ref _pins);

    public abstract bool CanPreserve(FileObject file);

    /// <summary>Preserves the file and sets its data handle.</summary>
    public abstract int Preserve(LuoFile file);

    public abstract void Unpreserve(LuoFile file);

    public virtual int Freeze(LuoFile file) => 0;

    public virtual void Unfreeze(LuoFile file)
    {
    }

    /// <summary>Makes a file from the data handle.</summary>
    public abstract int Retrieve(LuoFile file, out FileObject? restored);

    public virtual bool CanFinish(LuoFile file) => true;

    public abstract void Finish(LuoFile file);

    /// <summary>What makes two descriptors the same preserved thing.</summary>
    public virtual object GetId(FileObject file) => file;
}
