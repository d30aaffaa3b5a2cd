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
        }

        return _service.Value;
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
        Known = container.Count();
    }

    public int Known { get; }
}
