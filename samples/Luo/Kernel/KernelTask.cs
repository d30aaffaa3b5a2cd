namespace Luo.Kernel;

/// <summary>
/// A thread as one kernel knows it: its address space, its descriptors, and the work it does before returning to user mode.
/// </summary>
/// <remarks>Used by its own thread only.</remarks>
internal sealed class KernelTask(string name)
{
    private readonly Queue<Action> _deferred = new();

    public string Name { get; } = name;

    public AddressSpace Memory { get; } = new(name);

    /// <summary>How many more descriptors the task may open.</summary>
    public int FreeDescriptors { get; set; } = int.MaxValue;

    /// <summary>Reserves a descriptor number, before anything else of an operation that returns one.</summary>
    public int ReserveDescriptor()
    {
        if (FreeDescriptors <= 0)
        {
            return Errno.EMFILE;
        }

        FreeDescriptors--;
        return 0;
    }

    public void UnreserveDescriptor() => FreeDescriptors++;

    /// <summary>Queues work that runs when the task holds no kernel lock any more: the last drop of a file reference.</summary>
    public void Defer(Action work) => _deferred.Enqueue(work);

    public void RunDeferredWork()
    {
        while (_deferred.TryDequeue(out Action? work))
        {
            work();
        }
    }
}
