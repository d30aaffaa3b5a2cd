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
            _cranes.Enter(); // expect-any: LG1002
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
        _cranes.Enter();
        try
        {
            _berths.Enter(); // expect-any: LG1002
            try
            {
                _moves++;
            }
            finally
            {
                _berths.Exit();
            }
        }
        finally
        {
            _cranes.Exit();
        }
    }
}
