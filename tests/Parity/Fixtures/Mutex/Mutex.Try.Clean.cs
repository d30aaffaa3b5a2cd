// Receive goes against the order, but backs out when _writer is taken.
using LockGraph;

namespace Parity.MutexTryClean;

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
        _reader.WaitOne();
        try
        {
            if (_writer.WaitOne(0))
            {
                try
                {
                    _received = _sent;
                }
                finally
                {
                    _writer.ReleaseMutex();
                }
            }
        }
        finally
        {
            _reader.ReleaseMutex();
        }
    }
}
