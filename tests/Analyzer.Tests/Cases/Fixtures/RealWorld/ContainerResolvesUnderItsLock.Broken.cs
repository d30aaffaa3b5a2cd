public sealed class Container
{
    private readonly object _singletons = new();
    private readonly Dictionary<Type, object> _made = [];
    private readonly Dictionary<Type, Func<object>> _factories = [];

    public void Setup(Clock clock) => _factories[typeof(Clock)] = clock.Create;

    public object Resolve(Func<object> factory)
    {
        lock (_singletons)
        {
            return factory(); // expect-any: LG1002
        }
    }

    public int Count { get { lock (_singletons) { return _made.Count; } } }
}

public sealed class Clock(Container container)
{
    private readonly object _ticks = new();

    public object Create() { lock (_ticks) { return this; } }

    public void Start() => container.Resolve(Create);

    public int Report()
    {
        lock (_ticks)
        {
            return container.Count; // expect-any: LG1002
        }
    }
}
