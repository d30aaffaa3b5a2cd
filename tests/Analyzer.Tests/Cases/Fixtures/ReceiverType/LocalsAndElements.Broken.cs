using System.Collections.Generic;

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
    private readonly List<IPolicy> _policies = [];
    private IPolicy _policy = new Easy();

    public void Tell() { lock (_desk) { } }

    public void Take(IPolicy policy) => _policies.Add(policy);

    // An element of a list may be any.
    public void Choose()
    {
        IPolicy chosen = new Easy();
        foreach (IPolicy policy in _policies)
        {
            chosen = policy;
        }

        (_policy, _) = (chosen, 1);
    }

    public void Work() { lock (_desk) { _policy.Apply(); } } // expect-any: LG1002
}
