// Send and Receive take _writer and _reader in one order.
using LockGraph;

namespace Parity.MutexNestedClean;

public sealed class SerialPort
{
    private readonly TrackedMutex _writer = new();
    private readonly TrackedMutex _reader = new();
    private int _sent;
    private int _received;

    public static void Run()
    {
        var serialPort = new SerialPort();
        serialPort.Send(5);
        serialPort.Receive();
    }

    public void Send(int bytes)
    {
        _writer.WaitOne();
        try
        {
            _reader.WaitOne();
            try
            {
                _sent += bytes;
                _received++;
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
        _writer.WaitOne();
        try
        {
            _reader.WaitOne();
            try
            {
                _received = _sent;
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
}
