using LockGraph;

public sealed class Board
{
    [LockSubclass(0)]
    [LockClass("slot")]
    [MaxHeld(1)]
    private readonly Lock _left = new();

    [LockSubclass(1)]
    [LockClass("slot")]
    [MaxHeld(1)]
    private readonly Lock _right = new();

    private int _moves;

    public void Swap()
    {
        lock (_left)
        {
            lock (_right) // LG1005
            {
                _moves++;
            }
        }
    }
}
