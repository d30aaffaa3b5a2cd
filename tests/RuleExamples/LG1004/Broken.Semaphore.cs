public sealed class Store
{
    private readonly SemaphoreSlim _file = new(1, 1);
    private int _saved;

    public void Save(bool twice)
    {
        _file.Wait();
        try
        {
            if (twice)
            {
                _file.Wait(); // LG1004
                try
                {
                    _saved++;
                }
                finally
                {
                    _file.Release();
                }
            }

            _saved++;
        }
        finally
        {
            _file.Release();
        }
    }
}
