public sealed class Radio
{
    private readonly object _tuner = new();
    private readonly object _speaker = new();
    private int _volume;

    public int Volume { get { lock (_speaker) { return _volume; } } set { _volume = value; } }

    public void Louder()
    {
        lock (_tuner)
        {
            Volume++; // expect-any: LG1002
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
