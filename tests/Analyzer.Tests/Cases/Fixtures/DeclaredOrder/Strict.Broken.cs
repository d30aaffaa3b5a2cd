// uses: product
[assembly: LockOrder("farm.barn", "farm.silo")]
[assembly: LockOrder("farm.barn", "farm.well")]
[assembly: LockHierarchy(Strict = true)]

public sealed class Farm
{
    [LockClass("farm.barn")] private readonly object _barn = new();
    [LockClass("farm.silo")] private readonly object _silo = new();
    [LockClass("farm.well")] private readonly object _well = new();

    public void Feed()
    {
        lock (_silo)
        {
            lock (_well) { } // expect: LG1008
        }
    }
}
