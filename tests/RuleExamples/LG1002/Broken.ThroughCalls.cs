public sealed class Player
{
    private readonly Lock _state = new();
    private readonly Room _room;
    private int _points;

    public Player(Room room) => _room = room;

    public void Score(int points)
    {
        lock (_state)
        {
            _points += points;
            _room.Announce(points); // LG1002
        }
    }

    public void Reset()
    {
        lock (_state)
        {
            _points = 0;
        }
    }
}

public sealed class Room
{
    private readonly Lock _members = new();
    private readonly List<Player> _players = [];
    private int _best;

    public void Announce(int points)
    {
        lock (_members)
        {
            _best = Math.Max(_best, points);
        }
    }

    public void NewRound()
    {
        lock (_members)
        {
            foreach (Player player in _players)
            {
                player.Reset(); // LG1002
            }
        }
    }
}
