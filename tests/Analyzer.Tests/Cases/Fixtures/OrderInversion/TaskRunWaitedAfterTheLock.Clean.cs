public sealed class Miner
{
    private readonly object _shaft = new();

    public void Dig()
    {
        Task work;
        lock (_shaft)
        {
            work = Task.Run(() =>
            {
                lock (_shaft) { }
            });
        }

        work.Wait();
    }
}
