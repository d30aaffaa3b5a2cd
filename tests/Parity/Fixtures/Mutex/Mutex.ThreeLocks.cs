// No two methods disagree, but the three do.
using LockGraph;

namespace Parity.MutexThreeLocks;

public sealed class SerialPort
{
    private readonly TrackedMutex _writer = new();
    private readonly TrackedMutex _reader = new();
    private readonly TrackedMutex _modem = new();
    private int _sent;
    private int _received;

    public static void Run()
    {
        var serialPort = new SerialPort();
        serialPort.Send(5);
        serialPort.Receive();
        serialPort.Dial();
    }

    public void Send(int bytes)
    {
        _writer.WaitOne();
        try
        {
            _reader.WaitOne(); // expect-any: LG1002 SerialPort._modem > SerialPort._writer > SerialPort._reader
            try
            {
                _sent += bytes;
            }
            finally
            {
                _reader.ReleaseMutex();
            }
        }
        finally
        {
            _writer.ReleaseMutex();
        }
    }

    public void Receive()
    {
        _reader.WaitOne();
        try
        {
            _modem.WaitOne(); // expect-any: LG1002 SerialPort._modem > SerialPort._writer > SerialPort._reader
            try
            {
                _received = _sent;
            }
            finally
            {
                _modem.ReleaseMutex();
            }
        }
        finally
        {
            _reader.ReleaseMutex();
        }
    }

    public void Dial()
    {
        _modem.WaitOne();
        try
        {
            _writer.WaitOne(); // expect-any: LG1002 SerialPort._modem > SerialPort._writer > SerialPort._reader
            try
            {
                _sent = 0;
            }
            finally
            {
                _writer.ReleaseMutex();
            }
        }
        finally
        {
            _modem.ReleaseMutex();
        }
    }
}
