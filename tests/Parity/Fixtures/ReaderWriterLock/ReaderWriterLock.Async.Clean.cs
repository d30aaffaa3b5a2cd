// Asynchronous methods that hold their locks between two awaits only, in one order.
using LockGraph;

namespace Parity.ReaderWriterLockAsyncClean;

public sealed class Glossary
{
    private readonly TrackedReaderWriterLock _words = new();
    private readonly TrackedReaderWriterLock _origins = new();
    private int _defined;
    private int _traced;

    public static async Task RunAsync()
    {
        var glossary = new Glossary();
        await glossary.DefineAsync(5);
        await glossary.TraceAsync();
    }

    public async Task DefineAsync(int terms)
    {
        await Task.Yield();
        _words.EnterWriteLock();
        try
        {
            _origins.EnterWriteLock();
            try
            {
                _defined += terms;
                _traced++;
            }
            finally
            {
                _origins.ExitWriteLock();
            }
        }
        finally
        {
            _words.ExitWriteLock();
        }
        await Task.Yield();
    }

    public async Task TraceAsync()
    {
        await Task.Yield();
        _words.EnterWriteLock();
        try
        {
            _origins.EnterWriteLock();
            try
            {
                _traced = _defined;
            }
            finally
            {
                _origins.ExitWriteLock();
            }
        }
        finally
        {
            _words.ExitWriteLock();
        }
        await Task.Yield();
    }
}
