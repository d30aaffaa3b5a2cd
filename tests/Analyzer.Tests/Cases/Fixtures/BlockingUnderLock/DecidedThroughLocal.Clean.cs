public sealed class Command
{
    private readonly object _gate = new();
    private readonly Task? _reconnect = new(() => { });
    private int _rows;

    public void Query()
    {
        lock (_gate)
        {
            Begin(this, null);
        }
    }

    private void Begin(object state, Action? callback)
    {
        TaskCompletionSource<object> local = new TaskCompletionSource<object>(state);
        Task? write = null;
        try
        {
            RunReader(1, returnStream: true, local, out write, asyncWrite: callback != null, isRetry: false, nameof(Begin));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw;
        }
    }

    private void RunReader(int behavior, bool returnStream, TaskCompletionSource<object>? completion, out Task? write, bool asyncWrite, bool isRetry, string method)
    {
        write = null;
        bool isAsync = completion is not null;
        if (!isRetry)
        {
            Validate(isAsync, method);
        }

        if (_rows > 3)
        {
            try
            {
                RunTds(behavior, isAsync, out write, asyncWrite: asyncWrite && isAsync, isRetry);
            }
            catch (InvalidOperationException) when (!isRetry)
            {
                RunReader(behavior, returnStream, completion, out write, isAsync, isRetry: true, method);
            }
        }
        else
        {
            RunTds(behavior, isAsync, out write, asyncWrite: asyncWrite && isAsync, isRetry);
        }
    }

    private void RunTds(int behavior, bool isAsync, out Task? task, bool asyncWrite, bool isRetry)
    {
        System.Diagnostics.Debug.Assert(!asyncWrite || isAsync, "writes later only when it runs later");
        task = null;
        Task? reconnect = _reconnect;
        if (reconnect is not null)
        {
            if (isAsync)
            {
                task = reconnect;
            }
            else
            {
                WaitFor(reconnect, behavior, onTimeout: static () => throw new TimeoutException());
            }
        }
    }

    private void Validate(bool isAsync, string method) => _rows = isAsync ? method.Length : 0;

    private static void WaitFor(Task task, int seconds, Action? onTimeout = null)
    {
        if (!task.Wait(seconds))
        {
            onTimeout?.Invoke();
        }
    }
}
