public sealed class Press
{
    private readonly object _paper = new();
    [AcquiredAfter("_paper")] private readonly object _ink = new();

    [RequiresLock("_ink")]
    public void Jam()
    {
        lock (_paper) { } // expect: LG1001
    }
}
