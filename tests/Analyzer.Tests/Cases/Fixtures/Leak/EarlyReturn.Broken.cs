public sealed class Sink
{
    private readonly object _gate = new();

    public void Write(string? text)
    {
        Monitor.Enter(_gate); // expect: LG2004
        if (text is null)
        {
            return;
        }

        Monitor.Exit(_gate);
    }
}
