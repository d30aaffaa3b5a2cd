public sealed class Radio
{
    private readonly object _tuner = new();
    private readonly object _speaker = new();
    private int _volume;

    public int Volume { get => _volume; set { lock (_speaker) { _volume = value; } } }

    public void Tune()
    {
        lock (_tuner)
        {
            Volume = 0; // expect-any: LG1002
        }
    }

    public void Mute()
    {
        lock (_speaker)
        {
            lock (_tuner) { } // expect-any: LG1002
        }
    }
}
