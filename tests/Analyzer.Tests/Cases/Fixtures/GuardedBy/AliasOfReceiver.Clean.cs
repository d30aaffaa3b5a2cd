public sealed class Player
{
    internal readonly object Gate = new();
    [GuardedBy("Gate")] internal int Lives;
}

public sealed class Game
{
    private readonly Player _player = new();

    public void Kill()
    {
        Player player = _player;
        lock (player.Gate)
        {
            _player.Lives = 0;
        }
    }
}
