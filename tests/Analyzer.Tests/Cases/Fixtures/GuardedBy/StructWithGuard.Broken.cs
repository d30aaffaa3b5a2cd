public struct Slot
{
    internal object Gate;
    [GuardedBy("Gate")] internal int Value;
}

public sealed class Slots
{
    private readonly Slot[] _slots = new Slot[4];

    public int Read(int at) => _slots[at].Value; // expect: LG2001
}
