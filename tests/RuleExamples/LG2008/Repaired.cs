public sealed class Names
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _byKey = [];

    public void Set(string key, string value)
    {
        lock (_gate)
        {
            _byKey[key] = value;
        }
    }

    public string Get(string key)
    {
        lock (_gate)
        {
            return _byKey[key];
        }
    }
}
