public sealed class Printer
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly SemaphoreSlim _paper = new(0, 100);
    private readonly Feeder _feeder = new();
    private int _pages;

    public void Print()
    {
        _writer.Wait();
        try
        {
            _paper.Wait(); // expect: LG3002
            _pages++;
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Begin()
    {
        _writer.Wait();
        _feeder.Ready.Wait(); // expect: LG3002
    }

    public void End() => _writer.Release();
}

public sealed class Feeder
{
    public SemaphoreSlim Ready { get; } = new(0, 4);
}
