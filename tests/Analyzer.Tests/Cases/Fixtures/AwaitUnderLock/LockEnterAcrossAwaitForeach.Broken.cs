public sealed class Kiln
{
    private readonly Lock _gate = new();

    public async Task FireAsync(IAsyncEnumerable<int> steps)
    {
        _gate.Enter();
        try
        {
            await foreach (int step in steps) // expect: LG3001
            {
                _ = step;
            }
        }
        finally
        {
            _gate.Exit();
        }
    }
}
