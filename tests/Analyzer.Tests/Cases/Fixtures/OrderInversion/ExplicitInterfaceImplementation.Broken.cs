public interface IPump
{
    void Stop();
}

public sealed class Pump : IPump
{
    private readonly object _valve = new();
    private readonly object _motor = new();

    void IPump.Stop()
    {
        lock (_valve)
        {
            lock (_motor) { } // expect-any: LG1002
        }
    }

    public void Start()
    {
        lock (_motor)
        {
            lock (_valve) { } // expect-any: LG1002
        }
    }
}
