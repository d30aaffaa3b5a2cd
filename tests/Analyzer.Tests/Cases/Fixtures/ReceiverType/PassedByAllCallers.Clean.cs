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
    private readonly Office _office;

    public Strict(Office office) => _office = office;

    public void Apply() { lock (_rules) { } }

    public void Change() { lock (_rules) { _office.Tell(); } }
}

internal sealed class Clerk
{
    private readonly object _drawer = new();
    private readonly IPolicy _policy;

    public Clerk(IPolicy policy) => _policy = policy;

    private Clerk()
        : this(null)
    {
    }

    public static Clerk Nobody { get; } = new();

    public void Work(Office office) { lock (office.Desk) { lock (_drawer) { _policy.Apply(); } } }
}

internal sealed class Porter(IPolicy policy)
{
    public void Work(Office office) { lock (office.Desk) { policy.Apply(); } }
}

public class Office
{
    private readonly Clerk _clerk = new(new Easy());
    private readonly Porter _porter = new(new Easy());

    internal readonly object Desk = new();

    public void Tell() { lock (Desk) { } }

    public void Work()
    {
        _clerk.Work(this);
        _porter.Work(this);
        Follow(new Easy(), 3);
    }

    // Every caller passes an Easy, and the method itself passes that on.
    private void Follow(IPolicy policy, int depth)
    {
        lock (Desk)
        {
            policy.Apply();
            if (depth > 0)
            {
                Follow(policy, depth - 1);
            }
        }
    }
}
