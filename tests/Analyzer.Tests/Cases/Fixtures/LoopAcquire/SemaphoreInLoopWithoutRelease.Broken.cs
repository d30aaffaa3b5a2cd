public sealed class Crew
{
    private readonly SemaphoreSlim _boat = new(1, 1);

    public async Task Board(int people)
    {
        for (int i = 0; i < people; i++)
        {
            await _boat.WaitAsync(); // expect: LG1004
        }
    }

    public void Leave() => _boat.Release();
}
