// One target wraps another, one wraps many; both lead away from the root.
public abstract class Target
{
    private readonly object _sync = new();

    public void Write(string text)
    {
        lock (_sync)
        {
            Pass(text);
        }
    }

    protected abstract void Pass(string text);
}

public sealed class Buffered(Target wrapped) : Target
{
    private readonly Target _wrapped = wrapped;

    protected override void Pass(string text) => _wrapped.Write(text);
}

public sealed class Split(List<Target> targets) : Target
{
    private readonly List<Target> _targets = targets;

    protected override void Pass(string text)
    {
        foreach (Target target in _targets)
        {
            target.Write(text);
        }
    }
}
