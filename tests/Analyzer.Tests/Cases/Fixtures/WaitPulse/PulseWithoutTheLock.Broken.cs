public sealed class Tray
{
    private readonly object _cups = new();

    public void Put() => Monitor.Pulse(_cups); // expect: LG3005
}
