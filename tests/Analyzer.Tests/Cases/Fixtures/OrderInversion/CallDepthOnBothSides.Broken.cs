public sealed class Ferry
{
    private readonly Lock _deck = new();
    private readonly Lock _engine = new();

    public void Load()
    {
        lock (_deck) Ballast(); // expect-any: LG1002
    }

    private void Ballast() => Pump(3);

    private void Pump(int turns)
    {
        if (turns > 0) Pump(turns - 1);
        lock (_engine) { }
    }

    public void Start()
    {
        lock (_engine) Announce(); // expect-any: LG1002
    }

    private void Announce() => Crew();
    private void Crew() { lock (_deck) { } }
}
