public sealed class Cache
{
    private readonly object _gate = new();
    private readonly Queue<Task<int>> _waiting = new();
    private Task<int>? _value;
    private int _last;

    public void Keep(Task<int> task, Task<int> other)
    {
        lock (_gate)
        {
            if (!task.IsCompleted)
            {
                _last = task.Result; // expect: LG3002
            }
            else
            {
                _last = other.Result; // expect: LG3002
            }
        }
    }

    public void Newest(Task<int> task)
    {
        lock (_gate)
        {
            bool done = task.IsCompleted;
            task = _waiting.Dequeue();
            if (done)
            {
                _last = task.Result; // expect: LG3002
            }
        }
    }

    public void Each(List<Task<int>> tasks)
    {
        lock (_gate)
        {
            foreach (Task<int> task in tasks)
            {
                if (_last == 0 && task.IsCompleted)
                {
                    continue;
                }

                _last += task.Result; // expect: LG3002
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
                    break;
                case TaskStatus.Running:
                    _value.Wait(); // expect: LG3002
                    break;
                default:
                    _last = _value?.Result ?? 0; // expect: LG3002
                    break;
            }
        }
    }

    public void NotFaulted(Task<int> task)
    {
        lock (_gate)
        {
            if (task.IsFaulted || task.IsCanceled)
            {
                return;
            }

            _last = task.Result; // expect: LG3002
        }
    }

    public void Then(Task<int> task) => task.ContinueWith(Finish);

    public void Now(Task<int> task) => Finish(task);

    private void Finish(Task<int> task)
    {
        lock (_gate)
        {
            _last = task.Result; // expect: LG3002
        }
    }
}
