public sealed class Pump
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public void Run(CancellationToken token)
    {
        _gate.Wait(token);
        try
        {
            Console.WriteLine();
        }
        finally
        {
            _gate.Release();
        }
    }
}
