// The method that acquires says so by a flag, and what the flag says is released before the next turn.
public static class Patient
{
    public static void Enter(object gate, ref bool taken)
    {
        try
        {
            Monitor.Enter(gate, ref taken);
        }
        catch (ThreadInterruptedException) when (!Environment.HasShutdownStarted)
        {
            Monitor.Enter(gate, ref taken);
        }
    }

    public static void Exit(object gate) => Monitor.Exit(gate);
}

public sealed class Table
{
    private object[] _locks = [new(), new()];
    private int[] _counts = [0, 0];

    public void Add(int hash)
    {
        while (true)
        {
            object[] locks = _locks;
            bool taken = false;
            object gate = locks[hash % locks.Length];
            try
            {
                Patient.Enter(gate, ref taken);
                if (locks != _locks)
                {
                    continue;
                }

                _counts[hash % locks.Length]++;
                return;
            }
            finally
            {
                if (taken)
                {
                    Patient.Exit(gate);
                }
            }
        }
    }
}
