using Luo.Kernel;

namespace Luo.Scenarios;

/// <summary>An FLB whose callbacks a schedule can step into. Its data is what its handle stands for; it takes no lock of its own.</summary>
internal sealed class ScriptedFlb(string compatible = "pci-v1") : Flb(compatible)
{
    private static long s_lastHandle;

    public Func<int>? OnPreserve { get; set; }

    public Func<int>? OnRetrieve { get; set; }

    public Action? OnFinish { get; set; }

    /// <summary>How often each callback ran.</summary>
    public int Preserved { get; private set; }

    public int Unpreserved { get; private set; }

    public int Finished { get; private set; }

    public override int Preserve(out long handle, out FlbObject? created)
    {
        int error = OnPreserve?.Invoke() ?? 0;
        handle = error < 0 ? 0 : Interlocked.Increment(ref s_lastHandle);
        created = error < 0 ? null : new FlbObject(Compatible);
        Preserved += error < 0 ? 0 : 1;
        return error;
    }

    public override void Unpreserve(long handle, FlbObject created) => Unpreserved++;

    public override int Retrieve(long handle, out FlbObject? restored)
    {
        int error = OnRetrieve?.Invoke() ?? 0;
        restored = error < 0 ? null : new FlbObject(Compatible);
        return error;
    }

    public override void Finish(FlbObject restored)
    {
        Finished++;
        OnFinish?.Invoke();
    }
}
