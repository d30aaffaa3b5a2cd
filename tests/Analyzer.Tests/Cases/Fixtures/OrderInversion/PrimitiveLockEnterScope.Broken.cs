public sealed class Museum
{
    private readonly Lock _rooms = new();
    private readonly Lock _guides = new();
    private int _visitors;

    public void Open()
    {
        using (_rooms.EnterScope())
        {
            using (_guides.EnterScope()) // expect-any: LG1002
            {
                _visitors++;
            }
        }
    }

    public void Tour()
    {
        using (_guides.EnterScope())
        {
            using (_rooms.EnterScope()) // expect-any: LG1002
            {
                _visitors++;
            }
        }
    }
}
