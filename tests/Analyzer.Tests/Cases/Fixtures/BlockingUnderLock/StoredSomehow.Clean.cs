using System.Collections.Concurrent;

public class Buffer
{
    private readonly object _gate = new();
    private readonly Task? _first;
    private readonly Task _last = Task.CompletedTask;
    private readonly Func<bool> _take;
    private BlockingCollection<int> _queue = new();
    private int _dirty;

    public Buffer(bool now)
    {
        _first = Task.CompletedTask!;
        if (now)
        {
            _first = null!;
            _last = (Task)Task.FromResult(1);
        }

        _take = () => Interlocked.Exchange(ref _dirty, 1) == 0;
    }

    protected virtual Task Ready => Task.CompletedTask;

    private Task Done { get; } = Task.CompletedTask;

    public void Restart() => _queue = (new BlockingCollection<int>());

    public void Close(int way)
    {
        lock (_gate)
        {
            ChooseAsync(way).Wait();
            _first!.Wait();
            _last.Wait();
            OpenAsync().Wait();
            InitAsync().Wait();
            EndAsync().Wait();
            SpinWait.SpinUntil(_take);
            _queue.Add(1);
        }
    }

    private Task ChooseAsync(int way)
    {
        Task result = null!;
        result = way switch
        {
            0 => Task.CompletedTask,
            _ => Task.FromResult(way),
        };
        return result;
    }

    private Task InitAsync() => Ready;

    private async Task OpenAsync() => await Ready;

    private async Task EndAsync() => await Done;
}

public sealed class QuickBuffer(bool now) : Buffer(now)
{
    protected override Task Ready => Task.FromResult(1);
}
