// Crawler calls ProgressBar through IProgressSink under its lock; the way back is under the other lock.
using LockGraph;

namespace Parity.SemaphoreInterface;

public sealed class Crawler(IProgressSink progressBar)
{
    private readonly TrackedSemaphore _frontier = new(1, 1);
    private int _seen;

    public static void Run()
    {
        var progressBar = new ProgressBar();
        var crawler = new Crawler(progressBar);
        crawler.Visit(5);
        progressBar.Refresh(crawler);
    }

    public void Visit(int links)
    {
        _frontier.Wait();
        try
        {
            _seen += links;
            progressBar.Report(links); // expect-any: LG1002 Crawler._frontier > ProgressBar._marks
        }
        finally
        {
            _frontier.Release();
        }
    }

    public int Enqueue()
    {
        _frontier.Wait(); // expect-any: LG1002 Crawler._frontier > ProgressBar._marks
        try
        {
            return _seen;
        }
        finally
        {
            _frontier.Release();
        }
    }
}

public interface IProgressSink
{
    void Report(int links);
}

public sealed class ProgressBar : IProgressSink
{
    private readonly TrackedSemaphore _marks = new(1, 1);
    private int _marksSeen;

    public void Report(int links)
    {
        _marks.Wait(); // expect-any: LG1002 Crawler._frontier > ProgressBar._marks
        try
        {
            _marksSeen += links;
        }
        finally
        {
            _marks.Release();
        }
    }

    public void Refresh(Crawler source)
    {
        _marks.Wait();
        try
        {
            _marksSeen = source.Enqueue(); // expect-any: LG1002 Crawler._frontier > ProgressBar._marks
        }
        finally
        {
            _marks.Release();
        }
    }
}
