public sealed class Registry
{
    private readonly object _names = new();

    public void Add() { lock (_names) { } }

    public void Rename(Depot depot)
    {
        lock (_names)
        {
            depot.Touch(); // expect-any: LG1002
        }
    }
}

public sealed class Item
{
    public Item(Registry registry) => registry.Add();
}

public sealed class Depot(Registry registry)
{
    private readonly object _items = new();

    public void Touch() { lock (_items) { } }

    public Item Create()
    {
        lock (_items)
        {
            return new Item(registry); // expect-any: LG1002
        }
    }
}
