public sealed class Sink
{
    private readonly object _gate = new();

    public void Write(string? text)
    {
        Monitor.Enter(_gate);
        if (text is null)
        {
            Monitor.Exit(_gate);
            return;
        }

        Monitor.Exit(_gate);
    }
}
