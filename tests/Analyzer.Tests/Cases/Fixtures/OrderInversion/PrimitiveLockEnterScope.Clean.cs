public sealed class Museum
{
    private readonly Lock _rooms = new();
    private readonly Lock _guides = new();
    private int _visitors;

    public void Open()
    {
        using (_rooms.EnterScope())
        {
            using (_guides.EnterScope())
            {
                _visitors++;
            }
        }
    }

    public void Tour()
    {
        using (_rooms.EnterScope())
        {
            using (_guides.EnterScope())
            {
                _visitors++;
            }
        }
    }
}
