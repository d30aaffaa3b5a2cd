public sealed class Player
{
    internal readonly object Gate = new();
    [GuardedBy("Gate")] internal int Lives;

    public void Steal(Player other)
    {
        lock (Gate)
        {
            Lives++;
        }

        lock (other.Gate)
        {
            other.Lives--;
        }
    }
}
