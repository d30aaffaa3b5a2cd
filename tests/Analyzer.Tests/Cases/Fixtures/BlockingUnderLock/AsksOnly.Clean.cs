using System;
using System.Threading;
using System.Threading.Tasks;

public sealed class Listener
{
    private readonly object _gate = new();
    private readonly ManualResetEvent _ended = new(false);
    private readonly Task _work = Task.CompletedTask;
    private int _asked;

    public bool IsConnected => !_ended.WaitOne(0) && !_work.Wait(TimeSpan.Zero);

    public void Ask()
    {
        lock (_gate)
        {
            if (IsConnected || _ended.WaitOne(0))
            {
                _asked++;
            }
        }
    }
}
