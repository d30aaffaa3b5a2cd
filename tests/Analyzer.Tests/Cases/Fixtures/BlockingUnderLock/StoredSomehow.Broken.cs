using System.Collections.Concurrent;

public class Buffer
{
    private readonly object _gate = new();
    private readonly List<Task> _pending = [];
    private readonly Task? _first;
    private readonly Task _last = Task.CompletedTask;
    private readonly Func<bool> _take;
    private readonly Func<bool>[] _waits = [() => false];
    private BlockingCollection<int> _queue = new();
    private BlockingCollection<int> _shared = new();
    private int _dirty;

    public Buffer(List<Task> started, bool now)
    {
        _first = Task.CompletedTask;
        if (now)
        {
            _first = started[0]!;
            (_last, _dirty) = (started[1], 1);
        }

        _take = () => Interlocked.Exchange(ref _dirty, 1) == 0;
        if (now)
        {
            _take = _waits[0];
        }
    }

    protected virtual Task Ready => Task.CompletedTask;

    public void Limit(BlockingCollection<int>[] queues, bool first)
    {
        _queue = first switch { true => queues[0], false => queues[1] };
        Replace(ref _shared);
    }

    public void Close(int way)
    {
        lock (_gate)
        {
            FlushAsync().Wait(); // expect: LG3002
            ChooseAsync(way).Wait(); // expect: LG3002
            FindAsync().Wait(); // expect: LG3002
            _first!.Wait(); // expect: LG3002
            _last.Wait(); // expect: LG3002
            OpenAsync().Wait(); // expect: LG3002
            InitAsync().Wait(); // expect: LG3002
            SpinWait.SpinUntil(_take); // expect: LG3002
            _queue.Add(1); // expect: LG3002
            _shared.Add(1); // expect: LG3002
        }
    }

    private static void Replace(ref BlockingCollection<int> queue) => queue = new BlockingCollection<int>(1);

    private Task FlushAsync()
    {
        Task result = Task.CompletedTask;
        if (_dirty > 0)
        {
            result = _pending[0];
        }

        return result;
    }

    private Task ChooseAsync(int way)
    {
        Task result = Task.CompletedTask;
        result = way switch
        {
            0 => Task.CompletedTask,
            _ => _pending[way],
        };
        return result;
    }

    private Task FindAsync()
    {
        Task result = Task.CompletedTask;
        Find(out result);
        return result;
    }

    private void Find(out Task found) => found = _pending[0];

    private Task InitAsync() => Ready;

    private async Task OpenAsync() => await Ready;
}

public sealed class SlowBuffer(List<Task> started, bool now) : Buffer(started, now)
{
    protected override Task Ready => Task.Delay(10);
}
