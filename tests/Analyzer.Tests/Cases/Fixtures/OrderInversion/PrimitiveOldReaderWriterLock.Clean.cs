public sealed class Bakery
{
    private readonly ReaderWriterLock _oven = new();
    private readonly ReaderWriterLock _till = new();
    private int _loaves;

    public void Bake()
    {
        _oven.AcquireWriterLock(Timeout.Infinite);
        try
        {
            _till.AcquireWriterLock(Timeout.Infinite);
            try
            {
                _loaves++;
            }
            finally
            {
                _till.ReleaseWriterLock();
            }
        }
        finally
        {
            _oven.ReleaseWriterLock();
        }
    }

    public void Sell()
    {
        _oven.AcquireWriterLock(Timeout.Infinite);
        try
        {
            _till.AcquireWriterLock(Timeout.Infinite);
            try
            {
                _loaves++;
            }
            finally
            {
                _till.ReleaseWriterLock();
            }
        }
        finally
        {
            _oven.ReleaseWriterLock();
        }
    }
}
