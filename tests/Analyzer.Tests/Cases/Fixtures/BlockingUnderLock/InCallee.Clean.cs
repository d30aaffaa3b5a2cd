public sealed class Uploader
{
    private readonly object _gate = new();
    private int _sent;

    public void Upload()
    {
        lock (_gate) { _sent++; }
        Send();
    }

    public void Start()
    {
        lock (_gate)
        {
            _ = Task.Run(Send);
            _ = SendLaterAsync();
            _sent = string.Join(", ", Names().Take(2)).Length + Count(new Outcome { Result = 1 });
        }
    }

    private static int Count(Outcome outcome) => outcome.Result;

    private static IEnumerable<string> Names() => ["a", "b"];

    private void Send() => Task.Delay(1).Wait();

    private async Task SendLaterAsync()
    {
        await Task.Yield();
        Send();
    }
}

public sealed class Outcome
{
    public int Result { get; set; }
}
