public sealed class Spring
{
    internal readonly object Gate = new();

    public void Pass(Summer next)
    {
        lock (Gate)
        {
            next.Touch(); // expect-any: LG1002
        }
    }

    public void Touch() { lock (Gate) { } }
}

public sealed class Summer
{
    internal readonly object Gate = new();

    public void Pass(Autumn next)
    {
        lock (Gate)
        {
            next.Touch(); // expect-any: LG1002
        }
    }

    public void Touch() { lock (Gate) { } }
}

public sealed class Autumn
{
    internal readonly object Gate = new();

    public void Pass(Winter next)
    {
        lock (Gate)
        {
            next.Touch(); // expect-any: LG1002
        }
    }

    public void Touch() { lock (Gate) { } }
}

public sealed class Winter
{
    internal readonly object Gate = new();

    public void Pass(Spring next)
    {
        lock (Gate)
        {
            next.Touch(); // expect-any: LG1002
        }
    }

    public void Touch() { lock (Gate) { } }
}
