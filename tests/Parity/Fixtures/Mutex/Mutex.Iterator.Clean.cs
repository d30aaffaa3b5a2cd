// The iterator takes _writer when it is first moved; Receive takes _reader between the moves.
using LockGraph;

namespace Parity.MutexIteratorClean;

public sealed class SerialPort
{
    private readonly TrackedMutex _writer = new();
    private readonly TrackedMutex _reader = new();
    private readonly List<int> _bytes = [];
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
            _bytes.Add(bytes);
            _reader.WaitOne();
            try
            {
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
        foreach (int one in All())
        {
            _reader.WaitOne();
            try
            {
                _received += one;
            }
            finally
            {
                _reader.ReleaseMutex();
            }
        }
    }

    public IEnumerable<int> All()
    {
        int[] copy;
        _writer.WaitOne();
        try
        {
            copy = [.. _bytes];
        }
        finally
        {
            _writer.ReleaseMutex();
        }
        foreach (int one in copy)
        {
            yield return one;
        }
    }
}
