public sealed class Clinic
{
    private readonly SemaphoreSlim _doctor = new(1, 1);
    private readonly object _files = new();

    public async Task VisitAsync()
    {
        await _doctor.WaitAsync();
        try
        {
            lock (_files)
            {
            }
        }
        finally
        {
            _doctor.Release();
        }
    }

    public void Archive()
    {
        _doctor.Wait();
        try
        {
            lock (_files)
            {
            }
        }
        finally
        {
            _doctor.Release();
        }
    }
}
