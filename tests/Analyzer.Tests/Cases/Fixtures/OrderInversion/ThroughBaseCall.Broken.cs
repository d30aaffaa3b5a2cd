public class Vessel
{
    protected readonly object Hull = new();

    public virtual void Inspect() { lock (Hull) { } }
}

public sealed class Submarine : Vessel
{
    private readonly object _tanks = new();

    public override void Inspect()
    {
        lock (_tanks)
        {
            base.Inspect(); // expect-any: LG1002
        }
    }

    public void Dive()
    {
        lock (Hull)
        {
            lock (_tanks) { } // expect-any: LG1002
        }
    }
}
