// Turnstile calls ProgressBar through IProgressSink under its lock; nobody comes back under a lock.
using LockGraph;

namespace Parity.SemaphoreInterfaceClean;

public sealed class Turnstile(IProgressSink progressBar)
{
    private readonly TrackedSemaphore _gate = new(1, 1);
    private int _admitted;

    public static void Run()
    {
        var progressBar = new ProgressBar();
        var turnstile = new Turnstile(progressBar);
        turnstile.Admit(5);
        progressBar.Refresh(turnstile);
    }

    public void Admit(int people)
    {
        _gate.Wait();
        try
        {
            _admitted += people;
            progressBar.Report(people);
        }
        finally
        {
            _gate.Release();
        }
    }

    public int Reset()
    {
        _gate.Wait();
        try
        {
            return _admitted;
        }
        finally
        {
            _gate.Release();
        }
    }
}

public interface IProgressSink
{
    void Report(int people);
}

public sealed class ProgressBar : IProgressSink
{
    private readonly TrackedSemaphore _marks = new(1, 1);
    private int _marksSeen;

    public void Report(int people)
    {
        _marks.Wait();
        try
        {
            _marksSeen += people;
        }
        finally
        {
            _marks.Release();
        }
    }

    public void Refresh(Turnstile source)
    {
        int seen = source.Reset();
        _marks.Wait();
        try
        {
            _marksSeen = seen;
        }
        finally
        {
            _marks.Release();
        }
    }
}
