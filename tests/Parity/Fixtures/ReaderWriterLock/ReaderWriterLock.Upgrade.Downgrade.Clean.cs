// The upgradeable reader stays as a plain reader, and lets the next upgrader in.
using LockGraph;

namespace Parity.ReaderWriterLockUpgradeDowngradeClean;

public sealed class SeatPlan
{
    private readonly TrackedReaderWriterLock _seats = new();
    private int _taken;

    public static void Run()
    {
        var plan = new SeatPlan();
        _ = plan.TakeAndCount(3);
    }

    public int TakeAndCount(int seats)
    {
        _seats.EnterUpgradeableReadLock();
        try
        {
            Take(seats);
            _seats.EnterReadLock();
        }
        finally
        {
            _seats.ExitUpgradeableReadLock();
        }

        try
        {
            return _taken;
        }
        finally
        {
            _seats.ExitReadLock();
        }
    }

    private void Take(int seats)
    {
        _seats.EnterWriteLock();
        try
        {
            _taken += seats;
        }
        finally
        {
            _seats.ExitWriteLock();
        }
    }
}
