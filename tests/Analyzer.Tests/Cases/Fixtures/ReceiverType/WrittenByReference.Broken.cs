using System.Threading;

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

    public void Change() { lock (_rules) { _office.Tell(); } } // expect-any: LG1002
}

public class Office
{
    private readonly object _desk = new();
    private IPolicy _policy = new Easy();

    public void Tell() { lock (_desk) { } }

    // What is written through a reference is not followed: it may be any.
    public void Tighten() => Interlocked.Exchange(ref _policy, Make());

    public void Work() { lock (_desk) { _policy.Apply(); } } // expect-any: LG1002

    private IPolicy Make() => new Strict(this);
}
