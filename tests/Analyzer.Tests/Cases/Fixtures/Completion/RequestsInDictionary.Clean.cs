public sealed class Client
{
    private readonly object _requests = new();
    private readonly object _statistics = new();
    private readonly Dictionary<int, TaskCompletionSource<string>> _pending = [];
    private int _answered;

    public async Task<string> AskAsync(int id)
    {
        TaskCompletionSource<string> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_requests)
        {
            _pending[id] = answer;
        }

        string text = await answer.Task;
        lock (_statistics) { _answered++; }
        return text;
    }

    public void Receive(int id, string text)
    {
        lock (_requests)
        {
            if (_pending.TryGetValue(id, out TaskCompletionSource<string>? answer))
            {
                answer.SetResult(text);
            }
        }
    }

    public int Count()
    {
        lock (_statistics)
        {
            lock (_requests) { return _answered + _pending.Count; }
        }
    }
}
