public sealed class Door
{
    private readonly SemaphoreSlim _key = new(1, 1);
    private readonly SemaphoreSlim _seats = new(4);
    private int _inside;

    public async Task EnterAsync()
    {
        await _key.WaitAsync();
        try
        {
            _seats.Wait(); // expect: LG3002
            _seats.WaitAsync().Wait(); // expect: LG3002
            _inside += 2;
        }
        finally
        {
            _key.Release();
        }
    }
}
