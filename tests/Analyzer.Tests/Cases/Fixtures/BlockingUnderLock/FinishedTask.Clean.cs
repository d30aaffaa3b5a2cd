public sealed class Cache
{
    private readonly object _gate = new();
    private readonly Source _source = new();
    private Task<int>? _value;
    private int _last;

    public Task<int> GetAsync()
    {
        lock (_gate)
        {
            ValueTask<int> read = _source.ReadAsync();
            if (!read.IsCompletedSuccessfully)
            {
                return Slow(read);
            }

            _last = read.Result;
            return Task.FromResult(_last);
        }
    }

    public void Keep(Task<int> task)
    {
        lock (_gate)
        {
            bool done = task.IsCompleted;
            if (done)
            {
                _last = task.Result;
            }

            var awaiter = _source.ReadAsync().GetAwaiter();
            if (awaiter.IsCompleted)
            {
                _last = awaiter.GetResult();
            }
        }
    }

    public void Drop()
    {
        lock (_gate)
        {
            switch (_value?.Status)
            {
                case TaskStatus.RanToCompletion:
                    _last = _value.Result;
                    break;
                case TaskStatus.Faulted:
                case TaskStatus.Canceled:
                    _value.Wait();
                    break;
                default:
                    _last = -1;
                    break;
            }
        }
    }

    public int Peek(Task<int> one, Task<int> other)
    {
        lock (_gate)
        {
            if (one.Status == TaskStatus.RanToCompletion && other is { IsCompleted: true })
            {
                return one.Result + other.Result;
            }

            if (one.IsFaulted || one.IsCanceled || one.IsCompletedSuccessfully)
            {
                one.GetAwaiter().GetResult();
            }

            return one.Status is TaskStatus.Faulted or TaskStatus.Canceled ? one.Result : 0;
        }
    }

    public async Task BothAsync(Task<int> one, Task<int> other)
    {
        await Task.WhenAll(one, other);
        lock (_gate)
        {
            _last = one.Result + other.Result;
        }
    }

    public void Then(Task<int> task) => task.ContinueWith(finished =>
    {
        lock (_gate)
        {
            _last = finished.Result;
        }
    });

    public void ThenKeep(Task<int> task) => task.ContinueWith(Finish);

    private void Finish(Task<int> task)
    {
        lock (_gate)
        {
            _last = task.Result;
        }
    }

    private static async Task<int> Slow(ValueTask<int> read) => await read;
}

public sealed class Source
{
    private int _read;

    public async ValueTask<int> ReadAsync()
    {
        if (_read++ % 2 == 0)
        {
            await Task.Yield();
        }

        return _read;
    }
}
