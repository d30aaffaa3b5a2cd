public sealed class Parking
{
    private readonly SemaphoreSlim _places = new(3);

    public void ParkTrailer()
    {
        _places.Wait();
        _places.Wait();
        _places.Release(2);
    }
}
