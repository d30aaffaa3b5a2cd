public abstract class Stage
{
    protected readonly object Board = new();

    public void Advance()
    {
        lock (Board)
        {
            Enter(); // expect-any: LG1002
        }
    }

    protected abstract void Enter();
}

public sealed class Boss : Stage
{
    private readonly object _arena = new();

    protected override void Enter() { lock (_arena) { } }

    public void Defeat()
    {
        lock (_arena)
        {
            lock (Board) { } // expect-any: LG1002
        }
    }
}
