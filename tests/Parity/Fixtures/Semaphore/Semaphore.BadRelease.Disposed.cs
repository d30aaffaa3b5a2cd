// The life of the lock ends while somebody holds it, and then the work ends too.
// runtime-only: the life of a lock is watched at run time only.
using LockGraph;

namespace Parity.SemaphoreBadReleaseDisposed;

public sealed class UploadSlot : IDisposable
{
    private readonly TrackedSemaphore _slot = new(1, 1);
    private int _sent;

    public static void Run()
    {
        var slot = new UploadSlot();
        slot.SendLast(7);
    }

    public void SendLast(int bytes)
    {
        _slot.Wait(); // expect: LG2004 UploadSlot._slot
        _sent += bytes;
        Dispose();
    }

    public void Dispose() => _slot.Dispose(); // expect: LG2005 UploadSlot._slot
}
