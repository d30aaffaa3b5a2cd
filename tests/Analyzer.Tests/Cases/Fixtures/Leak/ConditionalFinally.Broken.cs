public sealed class Sink
{
    private readonly object _gate = new();

    public void Run(bool keep)
    {
        Monitor.Enter(_gate); // expect: LG2004
        try
        {
            Console.WriteLine();
        }
        finally
        {
            if (!keep) Monitor.Exit(_gate);
        }
    }
}
