public sealed class Hive
{
    private readonly object _combs = new();

    public void Smoke() { lock (_combs) { } }

    public sealed class Bee(Hive hive)
    {
        private readonly object _wings = new();

        public void Land()
        {
            lock (_wings)
            {
                hive.Smoke();
            }
        }

        public void Swarm()
        {
            lock (_wings) { }
            hive.Smoke();
        }
    }
}
