// Elevator calls DeviceLog through IDeviceLog under its lock; nobody comes back under a lock.
using LockGraph;

namespace Parity.MutexInterfaceClean;

public sealed class Elevator(IDeviceLog deviceLog)
{
    private readonly TrackedMutex _cabin = new();
    private int _moved;

    public static void Run()
    {
        var deviceLog = new DeviceLog();
        var elevator = new Elevator(deviceLog);
        elevator.Move(5);
        deviceLog.Reprint(elevator);
    }

    public void Move(int floors)
    {
        _cabin.WaitOne();
        try
        {
            _moved += floors;
            deviceLog.Log(floors);
        }
        finally
        {
            _cabin.ReleaseMutex();
        }
    }

    public int Open()
    {
        _cabin.WaitOne();
        try
        {
            return _moved;
        }
        finally
        {
            _cabin.ReleaseMutex();
        }
    }
}

public interface IDeviceLog
{
    void Log(int floors);
}

public sealed class DeviceLog : IDeviceLog
{
    private readonly TrackedMutex _sheets = new();
    private int _sheetsSeen;

    public void Log(int floors)
    {
        _sheets.WaitOne();
        try
        {
            _sheetsSeen += floors;
        }
        finally
        {
            _sheets.ReleaseMutex();
        }
    }

    public void Reprint(Elevator source)
    {
        int seen = source.Open();
        _sheets.WaitOne();
        try
        {
            _sheetsSeen = seen;
        }
        finally
        {
            _sheets.ReleaseMutex();
        }
    }
}
