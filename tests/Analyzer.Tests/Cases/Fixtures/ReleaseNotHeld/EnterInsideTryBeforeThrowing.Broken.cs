public sealed class Pump
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public void Run(CancellationToken token)
    {
        try
        {
            _gate.Wait(token);
            Console.WriteLine();
        }
        finally
        {
            _gate.Release(); // expect: LG2005
        }
    }
}
