// Sent is raised after the lock of its source was given back.
using LockGraph;

namespace Parity.MutexEventClean;

public sealed class SerialPort
{
    private readonly TrackedMutex _writer = new();
    private int _sent;

    public event EventHandler<int>? Sent;

    public static void Run()
    {
        var serialPort = new SerialPort();
        var deviceLog = new DeviceLog(serialPort);
        serialPort.Send(5);
        deviceLog.Reprint();
    }

    public void Send(int bytes)
    {
        _writer.WaitOne();
        try
        {
            _sent += bytes;
        }
        finally
        {
            _writer.ReleaseMutex();
        }
        Sent?.Invoke(this, bytes);
    }

    public int Current()
    {
        _writer.WaitOne();
        try
        {
            return _sent;
        }
        finally
        {
            _writer.ReleaseMutex();
        }
    }
}

public sealed class DeviceLog
{
    private readonly SerialPort _source;
    private readonly TrackedMutex _sheets = new();
    private int _last;

    public DeviceLog(SerialPort source)
    {
        _source = source;
        _source.Sent += OnSent;
    }

    public void Reprint()
    {
        _sheets.WaitOne();
        try
        {
            _last = _source.Current();
        }
        finally
        {
            _sheets.ReleaseMutex();
        }
    }

    private void OnSent(object? sender, int bytes)
    {
        _sheets.WaitOne();
        try
        {
            _last = bytes;
        }
        finally
        {
            _sheets.ReleaseMutex();
        }
    }
}
