public class Door
{
    public void Open()
    {
        lock (this) // expect: LG3004
        {
        }
    }
}
