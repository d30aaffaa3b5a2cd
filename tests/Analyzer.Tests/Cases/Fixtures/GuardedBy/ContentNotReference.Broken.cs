public sealed class Mailbox
{
    private readonly object _gate = new();
    [GuardedBy("_gate", Content = true)] private readonly List<string> _letters = [];

    public void Add(string letter) => _letters.Add(letter); // expect: LG2001

    public int Count { get { lock (_gate) { return _letters.Count; } } }
}
