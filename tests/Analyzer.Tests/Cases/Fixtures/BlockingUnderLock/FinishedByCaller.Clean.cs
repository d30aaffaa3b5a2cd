public sealed class Reader
{
    private readonly object _gate = new();
    private int _last;

    public void Read(Task<int> task)
    {
        lock (_gate)
        {
            if (task.IsCompleted)
            {
                Apply(task);
            }
            else
            {
                task.ContinueWith(Apply);
            }
        }
    }

    public void ReadAll(Task<int> task)
    {
        lock (_gate)
        {
            Pass(task);
            Apply(Task.FromResult(2));
        }
    }

    private void Pass(Task<int> task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            return;
        }

        Forward(task);
    }

    private void Forward(Task<int> task) => Apply(task);

    private void Apply(Task<int> task)
    {
        if (task.IsFaulted)
        {
            _last = -1;
        }
        else if (!task.IsCanceled)
        {
            _last = task.Result;
        }
    }
}
