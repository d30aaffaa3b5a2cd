public sealed class Sink
{
    private readonly Lock _gate = new();
    private int _level;

    public void Run(int level)
    {
        Lock.Scope scope = _gate.EnterScope();
        try
        {
            _level = level;
        }
        finally
        {
            scope.Dispose();
        }
    }
}
