public sealed class Door
{
    private readonly int _number = 3;

    public void Open()
    {
        lock (new object()) // expect: LG3004
        {
        }

        lock ((object)_number) // expect: LG3004
        {
        }

        lock ("door") // expect: LG3004
        {
        }
    }
}
