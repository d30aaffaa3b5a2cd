public sealed class Parking
{
    private readonly Mutex _gate = new();

    public void Enter()
    {
        _gate.WaitOne();
        _gate.WaitOne();
        _gate.ReleaseMutex();
        _gate.ReleaseMutex();
    }
}
