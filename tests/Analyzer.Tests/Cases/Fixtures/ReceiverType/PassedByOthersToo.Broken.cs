using System;

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

    public void Change()
    {
        lock (_rules)
        {
            _office.Tell(); // expect-any: LG1002 clerk
            _office.TellPorter(); // expect-any: LG1002 porter
            _office.TellGuard(); // expect-any: LG1002 guard
        }
    }
}

internal sealed class Clerk
{
    private readonly object _drawer = new();
    private readonly IPolicy _policy;

    public Clerk(IPolicy policy) => _policy = policy;

    public void Tell() { lock (_drawer) { } }

    public void Work() { lock (_drawer) { _policy.Apply(); } } // expect-any: LG1002 clerk
}

// Made by reflection too.
internal sealed class Porter(IPolicy policy)
{
    private readonly object _keys = new();

    public void Tell() { lock (_keys) { } }

    public void Work() { lock (_keys) { policy.Apply(); } } // expect-any: LG1002 porter
}

public class Guard
{
    private readonly object _gate = new();

    // Anybody may make one.
    public Guard(IPolicy policy) => Policy = policy;

    private IPolicy Policy { get; }

    public void Tell() { lock (_gate) { } }

    public void Work() { lock (_gate) { Policy.Apply(); } } // expect-any: LG1002 guard
}

public class Office
{
    private readonly Clerk _clerk = new(new Easy());
    private readonly Porter _porter = new(new Easy());
    private readonly Guard _guard = new(new Easy());
    private Clerk _second;

    internal static Type Kind => typeof(Porter);

    public void Hire() => _second = new Clerk(new Strict(this));

    public void Tell() => _clerk.Tell();

    public void TellPorter() => _porter.Tell();

    public void TellGuard() => _guard.Tell();

    public void Work()
    {
        _clerk.Work();
        _porter.Work();
        _guard.Work();
        _second.Work();
    }
}
