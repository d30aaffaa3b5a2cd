// option: lockgraph.external_callbacks = true
public sealed class Loop
{
    private readonly object _gate = new();
    private int _times;

    public event Action? Turned;

    public void Turn(Action<int> visit)
    {
        lock (_gate)
        {
            Each(i => _times += i);
            Each(Add);
            EachOrNone(null);
            Say(quietly: true);
            _ = Task.Run(Raise);
        }

        Raise();
        Each(visit);
    }

    private void Raise() => Turned?.Invoke();

    private void Add(int times) => _times += times;

    private void EachOrNone(Action<int>? visit)
    {
        if (_times > 0)
        {
            visit?.Invoke(_times);
        }
    }

    private void Each(Action<int> visit)
    {
        for (int i = 0; i < 3; i++)
        {
            visit(i);
        }
    }

    private void Say(bool quietly)
    {
        if (!quietly)
        {
            Turned?.Invoke();
        }
    }
}
