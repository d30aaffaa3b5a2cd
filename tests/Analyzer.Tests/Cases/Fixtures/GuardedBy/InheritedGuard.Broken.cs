public class Base
{
    protected readonly object Gate = new();
    [GuardedBy("Gate")] protected int Level;
}

public sealed class Derived : Base
{
    public void Raise() => Level++; // expect: LG2001

    public void RaiseLocked()
    {
        lock (Gate) Level++;
    }
}
