public sealed class Choir
{
    private readonly object _voices = new();
    private readonly object _scores = new();
    private readonly List<int> _pitches = [];

    private int Tune(int pitch) { lock (_scores) { return pitch + 1; } }

    public void Rehearse()
    {
        lock (_voices)
        {
            _pitches.ForEach(pitch => Tune(pitch)); // expect-any: LG1002
        }
    }

    public void Copy()
    {
        lock (_scores)
        {
            lock (_voices) { } // expect-any: LG1002
        }
    }
}
