// All instantiations of a generic type share its lock classes, and keep one order.
using LockGraph;

namespace Parity.MutexGenericClean;

public static class TapeRobotDemo
{
    public static void Run()
    {
        var named = new TapeRobot<string>();
        var numbered = new TapeRobot<int>();
        named.Mount("first", 5);
        numbered.Eject();
    }
}

public sealed class TapeRobot<TKey>
    where TKey : notnull
{
    private readonly TrackedMutex _arm = new();
    private readonly TrackedMutex _drive = new();
    private readonly Dictionary<TKey, int> _byTapes = [];
    private int _ejected;

    public void Mount(TKey key, int tapes)
    {
        _arm.WaitOne();
        try
        {
            _byTapes[key] = tapes;
            _drive.WaitOne();
            try
            {
                _ejected++;
            }
            finally
            {
                _drive.ReleaseMutex();
            }
        }
        finally
        {
            _arm.ReleaseMutex();
        }
    }

    public void Eject()
    {
        _arm.WaitOne();
        try
        {
            _drive.WaitOne();
            try
            {
                _ejected = _byTapes.Count;
            }
            finally
            {
                _drive.ReleaseMutex();
            }
        }
        finally
        {
            _arm.ReleaseMutex();
        }
    }
}
