public sealed class Uploader
{
    private readonly SemaphoreSlim _slot = new(1, 1);

    public async Task UploadAsync(Stream source, Stream target)
    {
        await _slot.WaitAsync(); // LG2004
        await source.CopyToAsync(target);
        _slot.Release();
    }
}
