public sealed class Container
{
    private readonly object _registrations = new();
    private readonly Lazy<Service> _service;
    private int _resolved;

    public Container()
    {
        _service = new Lazy<Service>(() => new Service(this));
    }

    public Service First => _service.Value;

    public Service Resolve()
    {
        lock (_registrations)
        {
            _resolved++;
            return _service.Value; // expect-any: LG1002
        }
    }

    public int Count()
    {
        lock (_registrations) { return _resolved; }
    }
}

public sealed class Service
{
    public Service(Container container)
    {
        Known = container.Count(); // expect-any: LG1002
    }

    public int Known { get; }
}
