// Send gives _writer back once more than it took it.
// throws: ApplicationException
using LockGraph;

namespace Parity.MutexBadRelease;

public sealed class SerialPort
{
    private readonly TrackedMutex _writer = new();
    private int _sent;

    public static void Run()
    {
        var serialPort = new SerialPort();
        serialPort.Send(5);
    }

    public void Send(int bytes)
    {
        if (bytes > 0)
        {
            _writer.WaitOne();
            _sent += bytes;
            _writer.ReleaseMutex();
        }
        _writer.ReleaseMutex(); // expect: LG2005 SerialPort._writer
    }
}
