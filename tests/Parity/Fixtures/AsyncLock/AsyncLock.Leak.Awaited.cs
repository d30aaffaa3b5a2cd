// The early return of an asynchronous method keeps the lock.
using LockGraph;

namespace Parity.AsyncLockLeakAwaited;

public sealed class Signup
{
    private readonly TrackedAsyncLock _members = new();
    private int _count;

    public static async Task RunAsync()
    {
        var signup = new Signup();
        await signup.JoinAsync(5);
    }

    public async Task JoinAsync(int members)
    {
        TrackedAsyncLock.Releaser held = await _members.LockAsync(); // expect: LG2004 Signup._members
        _count += members;
        if (_count > 3)
        {
            return;
        }

        held.Dispose();
    }
}
