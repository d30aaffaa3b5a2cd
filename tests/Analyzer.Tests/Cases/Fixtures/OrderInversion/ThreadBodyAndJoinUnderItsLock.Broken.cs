public sealed class Miner
{
    private readonly object _shaft = new();

    public void Dig()
    {
        var worker = new Thread(Haul);
        worker.Start();
        lock (_shaft)
        {
            worker.Join(); // expect-any: LG1002, LG3002
        }
    }

    private void Haul() { lock (_shaft) { } } // expect-any: LG1002
}
