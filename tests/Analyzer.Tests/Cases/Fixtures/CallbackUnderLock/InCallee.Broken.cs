// option: lockgraph.external_callbacks = true
public interface IListener
{
    void OnTurned(int times);
}

public sealed class Loop
{
    private readonly object _gate = new();
    private readonly List<IListener> _listeners = [];
    private readonly Func<int, int> _count;
    private int _times;

    public Loop(Func<int, int> count) => _count = count;

    public event Action? Turned;

    public void Turn(Action<int> visit)
    {
        lock (_gate)
        {
            _times++;
            Raise(); // expect: LG3003
            Tell(); // expect: LG3003
            Each(visit); // expect: LG3003
            Count(); // expect: LG3003
            Say(quietly: false); // expect: LG3003
        }
    }

    private void Raise() => RaiseTurned();

    private void RaiseTurned() => Turned?.Invoke();

    private void Tell()
    {
        foreach (IListener listener in _listeners)
        {
            listener.OnTurned(_times);
        }
    }

    private void Each(Action<int> visit)
    {
        for (int i = 0; i < _times; i++)
        {
            visit(i);
        }
    }

    private void Count() => _times = _count(_times);

    private void Say(bool quietly)
    {
        if (!quietly)
        {
            Turned?.Invoke();
        }
    }
}
