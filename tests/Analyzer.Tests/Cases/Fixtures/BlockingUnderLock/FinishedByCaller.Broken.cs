public sealed class Reader
{
    private readonly object _gate = new();
    private int _last;

    public void Read(Task<int> task, Task<int> other)
    {
        lock (_gate)
        {
            if (task.IsCompleted)
            {
                Apply(other); // expect: LG3002
            }
            else
            {
                Forward(task); // expect: LG3002
            }
        }
    }

    public void Replaced(Task<int> task)
    {
        lock (_gate)
        {
            if (task.IsCompleted)
            {
                ApplyNext(task); // expect: LG3002
            }
        }
    }

    private void ApplyNext(Task<int> task)
    {
        task = NextAsync();
        _last = task.Result;
    }

    private static async Task<int> NextAsync()
    {
        await Task.Yield();
        return 1;
    }

    private void Forward(Task<int> task) => Apply(task);

    private void Apply(Task<int> task)
    {
        if (!task.IsCanceled)
        {
            _last = task.Result;
        }
    }
}
