public sealed class Cursor(SemaphoreSlim turn)
{
    public void Move()
    {
        turn.Wait();
        try { }
        finally { turn.Release(); }
    }
}

public sealed class Table
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Cursor _cursor;

    public Table()
    {
        _cursor = new Cursor(_turn);
    }

    public void Scan()
    {
        _turn.Wait();
        try
        {
            _cursor.Move(); // expect: LG1004
        }
        finally
        {
            _turn.Release();
        }
    }
}
