public sealed class Thermometer
{
    private readonly Lock _gate = new();
    private int _degrees;

    public event EventHandler? Changed;

    public void Set(int degrees)
    {
        lock (_gate)
        {
            _degrees = degrees;
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }
}
