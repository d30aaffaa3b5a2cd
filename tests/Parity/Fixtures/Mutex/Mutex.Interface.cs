// CashDrawer calls DeviceLog through IDeviceLog under its lock; the way back is under the other lock.
using LockGraph;

namespace Parity.MutexInterface;

public sealed class CashDrawer(IDeviceLog deviceLog)
{
    private readonly TrackedMutex _coins = new();
    private int _opened;

    public static void Run()
    {
        var deviceLog = new DeviceLog();
        var cashDrawer = new CashDrawer(deviceLog);
        cashDrawer.Open(5);
        deviceLog.Reprint(cashDrawer);
    }

    public void Open(int euros)
    {
        _coins.WaitOne();
        try
        {
            _opened += euros;
            deviceLog.Log(euros); // expect-any: LG1002 CashDrawer._coins > DeviceLog._sheets
        }
        finally
        {
            _coins.ReleaseMutex();
        }
    }

    public int Count()
    {
        _coins.WaitOne(); // expect-any: LG1002 CashDrawer._coins > DeviceLog._sheets
        try
        {
            return _opened;
        }
        finally
        {
            _coins.ReleaseMutex();
        }
    }
}

public interface IDeviceLog
{
    void Log(int euros);
}

public sealed class DeviceLog : IDeviceLog
{
    private readonly TrackedMutex _sheets = new();
    private int _sheetsSeen;

    public void Log(int euros)
    {
        _sheets.WaitOne(); // expect-any: LG1002 CashDrawer._coins > DeviceLog._sheets
        try
        {
            _sheetsSeen += euros;
        }
        finally
        {
            _sheets.ReleaseMutex();
        }
    }

    public void Reprint(CashDrawer source)
    {
        _sheets.WaitOne();
        try
        {
            _sheetsSeen = source.Count(); // expect-any: LG1002 CashDrawer._coins > DeviceLog._sheets
        }
        finally
        {
            _sheets.ReleaseMutex();
        }
    }
}
