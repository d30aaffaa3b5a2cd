using System.Collections.Concurrent;

public sealed class PerKey
{
    private readonly ConcurrentDictionary<int, object> _gates = new();
    private readonly ConcurrentDictionary<int, int> _uses = new();

    public void Use(int key)
    {
        object gate = _gates.GetOrAdd(key, _ => new object());
        lock (gate)
        {
            _uses[key] = key;
        }
    }
}
