// The former lock is released unless there is none yet, so two are held at most, and one at the end.
public sealed class Pipeline
{
    private readonly object[] _boxes = [new(), new(), new()];
    private readonly object _log = new();

    public void Run()
    {
        object? last = null;
        try
        {
            for (int i = 0; i < _boxes.Length; i++)
            {
                object box = _boxes[i];
                Monitor.Enter(box);
                if (last != null)
                {
                    Monitor.Exit(last);
                }

                last = box;
            }

            if (last != null)
            {
                Monitor.Wait(last, 10);
                Monitor.Exit(last);
                last = null;
            }

            lock (_log)
            {
                Array.Reverse(_boxes);
            }
        }
        finally
        {
            if (last != null)
            {
                Monitor.Exit(last);
            }
        }
    }
}
