public sealed class Switchboard
{
    private readonly object _lines = new();
    private readonly object _calls = new();

    public void Connect(bool incoming)
    {
        if (incoming)
        {
            lock (_lines)
            {
                lock (_calls) { } // expect-any: LG1002
            }
        }
        else
        {
            lock (_calls)
            {
                lock (_lines) { } // expect-any: LG1002
            }
        }
    }
}
