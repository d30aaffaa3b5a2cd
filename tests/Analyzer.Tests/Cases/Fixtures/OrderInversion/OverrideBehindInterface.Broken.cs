public interface IStep
{
    void Step();
}

public class Walk : IStep
{
    public virtual void Step() { }
}

public class Run : Walk
{
    private readonly object _track = new();
    private readonly Coach _coach;

    public Run(Coach coach) => _coach = coach;

    public override void Step() { lock (_track) { } }

    public void Finish() { lock (_track) { _coach.Rest(); } } // expect-any: LG1002
}

public class Coach
{
    private readonly object _whistle = new();

    public void Rest() { lock (_whistle) { } }

    public void Blow(IStep step) { lock (_whistle) { step.Step(); } } // expect-any: LG1002
}
