public sealed class Train
{
    private readonly object _wagons = new();

    public override string ToString()
    {
        lock (_wagons)
        {
            return "train";
        }
    }

    public void Shunt(Yard yard)
    {
        lock (_wagons)
        {
            yard.Note("shunted"); // expect-any: LG1002
        }
    }
}

public sealed class Yard
{
    private readonly object _book = new();

    public void Note(string text)
    {
        lock (_book)
        {
            _ = text;
        }
    }

    public void Arrive(Train train)
    {
        lock (_book)
        {
            string line = $"arrived: {train}"; // expect-any: LG1002
            _ = line;
        }
    }
}
