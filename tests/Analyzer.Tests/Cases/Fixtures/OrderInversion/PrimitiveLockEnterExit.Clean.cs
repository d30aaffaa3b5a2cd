public sealed class Harbor
{
    private readonly Lock _berths = new();
    private readonly Lock _cranes = new();
    private int _moves;

    public void Dock()
    {
        _berths.Enter();
        try
        {
            _cranes.Enter();
            try
            {
                _moves++;
            }
            finally
            {
                _cranes.Exit();
            }
        }
        finally
        {
            _berths.Exit();
        }
    }

    public void Unload()
    {
        _berths.Enter();
        try
        {
            _cranes.Enter();
            try
            {
                _moves++;
            }
            finally
            {
                _cranes.Exit();
            }
        }
        finally
        {
            _berths.Exit();
        }
    }
}
