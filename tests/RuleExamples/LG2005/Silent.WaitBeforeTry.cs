public sealed class Downloader
{
    private readonly SemaphoreSlim _slot = new(1, 1);

    public async Task DownloadAsync(Stream source, Stream target, CancellationToken token)
    {
        await _slot.WaitAsync(token);
        try
        {
            await source.CopyToAsync(target, token);
        }
        finally
        {
            _slot.Release();
        }
    }
}
