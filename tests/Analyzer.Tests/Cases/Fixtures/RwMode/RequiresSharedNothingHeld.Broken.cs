public sealed class Index
{
    private readonly ReaderWriterLockSlim _terms = new();

    [RequiresLock("_terms", Shared = true)]
    private void Scan() { }

    public void Run() => Scan(); // expect: LG2002
}
