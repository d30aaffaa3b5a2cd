namespace Luo.Kernel;

/// <summary>The callbacks that a file handler gets.</summary>
internal enum HandlerCallback
{
    CanPreserve,
    Preserve,
    Unpreserve,
    Freeze,
    Unfreeze,
    Retrieve,
    CanFinish,
    Finish,
}

/// <summary>Watches a machine from outside. Called on the acting thread, with whatever locks it holds; must take none of them.</summary>
internal interface IMachineObserver
{
    void AtCallback(Machine machine, HandlerCallback callback, LuoSession session, LuoFile? file);

    /// <summary>A failed serialization is about to let the session subsystem go.</summary>
    void AtThaw(Machine machine);

    void AfterFailedSerialization(Machine machine);

    void AtJump(Machine machine);

    void UsedAfterFree(Machine machine, string what);
}
