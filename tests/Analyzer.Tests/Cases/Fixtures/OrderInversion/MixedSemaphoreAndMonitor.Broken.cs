public sealed class Clinic
{
    private readonly SemaphoreSlim _doctor = new(1, 1);
    private readonly object _files = new();

    public async Task VisitAsync()
    {
        await _doctor.WaitAsync();
        try
        {
            lock (_files) // expect-any: LG1002
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
        lock (_files)
        {
            _doctor.Wait(); // expect-any: LG1002
            _doctor.Release();
        }
    }
}
