public interface IPolicy
{
    void Apply();
}

public sealed class Easy : IPolicy
{
    public void Apply() { }
}

public sealed class Strict : IPolicy
{
    private readonly object _rules = new();

    public Office Office { get; set; }

    public void Apply() { lock (_rules) { } }

    public void Change() { lock (_rules) { Office.Tell(); } } // expect-any: LG1002
}

public class Office
{
    private readonly object _desk = new();

    // A container or a serializer fills it.
    private IPolicy Policy { get; set; }

    public void Tell() { lock (_desk) { } }

    public void Reset() => Policy = null;

    public void Work() { lock (_desk) { Policy.Apply(); } } // expect-any: LG1002
}
