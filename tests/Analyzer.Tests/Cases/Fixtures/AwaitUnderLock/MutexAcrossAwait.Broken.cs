public sealed class Kiln
{
    private readonly Mutex _gate = new();

    public async Task FireAsync()
    {
        _gate.WaitOne();
        try
        {
            await Task.Delay(1); // expect: LG3001
        }
        finally
        {
            _gate.ReleaseMutex();
        }
    }
}
