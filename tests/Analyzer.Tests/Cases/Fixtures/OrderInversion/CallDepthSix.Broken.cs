public sealed class Foundry
{
    private readonly object _furnace = new();
    private readonly object _moulds = new();

    public void Pour()
    {
        lock (_furnace)
        {
            Tilt(); // expect-any: LG1002
        }
    }

    private void Tilt() => Aim();
    private void Aim() => Open();
    private void Open() => Flow();
    private void Flow() => Settle();
    private void Settle() => Fill();
    private void Fill() { lock (_moulds) { } }

    public void Strip()
    {
        lock (_moulds)
        {
            lock (_furnace) { } // expect-any: LG1002
        }
    }
}
