public sealed class Museum
{
    private readonly SemaphoreSlim _rooms = new(1, 1);
    private readonly SemaphoreSlim _guides = new(1, 1);
    private int _visitors;

    public void Open()
    {
        _rooms.Wait();
        try
        {
            _guides.Wait();
            try
            {
                _visitors++;
            }
            finally
            {
                _guides.Release();
            }
        }
        finally
        {
            _rooms.Release();
        }
    }

    public void Tour()
    {
        _rooms.Wait();
        try
        {
            _guides.Wait();
            try
            {
                _visitors++;
            }
            finally
            {
                _guides.Release();
            }
        }
        finally
        {
            _rooms.Release();
        }
    }
}
