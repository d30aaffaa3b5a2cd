public sealed class Printer(object tray, object ink)
{
    public void Print()
    {
        lock (tray)
        {
            lock (ink) { } // expect-any: LG1002
        }
    }

    public void Refill()
    {
        lock (ink)
        {
            lock (tray) { } // expect-any: LG1002
        }
    }
}
