public sealed class Miner
{
    private readonly object _shaft = new();

    public void Dig()
    {
        lock (_shaft)
        {
            Task work = Task.Run(() =>
            {
                lock (_shaft) { } // expect-any: LG1002
            });
            work.Wait(); // expect-any: LG1002, LG3002
        }
    }
}
