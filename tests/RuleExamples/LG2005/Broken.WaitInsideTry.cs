public sealed class Downloader
{
    private readonly SemaphoreSlim _slot = new(1, 1);

    public async Task DownloadAsync(Stream source, Stream target, CancellationToken token)
    {
        try
        {
            await _slot.WaitAsync(token);
            await source.CopyToAsync(target, token);
        }
        finally
        {
            _slot.Release(); // LG2005
        }
    }
}
