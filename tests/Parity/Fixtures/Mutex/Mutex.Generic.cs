// All instantiations of a generic type share its lock classes; two of them disagree.
using LockGraph;

namespace Parity.MutexGeneric;

public static class SerialPortDemo
{
    public static void Run()
    {
        var named = new SerialPort<string>();
        var numbered = new SerialPort<int>();
        named.Send("first", 5);
        numbered.Receive();
    }
}

public sealed class SerialPort<TKey>
    where TKey : notnull
{
    private readonly TrackedMutex _writer = new();
    private readonly TrackedMutex _reader = new();
    private readonly Dictionary<TKey, int> _byBytes = [];
    private int _received;

    public void Send(TKey key, int bytes)
    {
        _writer.WaitOne();
        try
        {
            _byBytes[key] = bytes;
            _reader.WaitOne(); // expect-any: LG1002 SerialPort<TKey>._reader > SerialPort<TKey>._writer
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
        _reader.WaitOne();
        try
        {
            _writer.WaitOne(); // expect-any: LG1002 SerialPort<TKey>._reader > SerialPort<TKey>._writer
            try
            {
                _received = _byBytes.Count;
            }
            finally
            {
                _writer.ReleaseMutex();
            }
        }
        finally
        {
            _reader.ReleaseMutex();
        }
    }
}
