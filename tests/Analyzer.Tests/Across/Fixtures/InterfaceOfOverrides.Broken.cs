// assembly: Lib
namespace Lib;

public interface IStep
{
    void Step();
}

public class Walk : IStep
{
    public virtual void Step()
    {
    }
}

public class Run : Walk
{
    private readonly object _track = new();

    public override void Step()
    {
        lock (_track)
        {
        }
    }

    public void Finish(Action done)
    {
        lock (_track)
        {
            done();
        }
    }
}

public interface IJump
{
    void Jump();
}

// It does what the interface asks without knowing of it.
public class Leg
{
    private readonly object _knee = new();

    public void Jump()
    {
        lock (_knee)
        {
        }
    }

    public void Bend(Action done)
    {
        lock (_knee)
        {
            done();
        }
    }
}

public class LeftLeg : Leg, IJump;
// assembly: User
using Lib;

public sealed class Coach(IStep step, Run run)
{
    private readonly object _whistle = new();

    public void Blow()
    {
        lock (_whistle)
        {
            step.Step(); // expect-any: LG1002 overridden
        }
    }

    public void Rest() => run.Finish(() => // expect-any: LG1002 overridden
    {
        lock (_whistle)
        {
        }
    });
}

public sealed class Trainer(IJump jump, LeftLeg leg)
{
    private readonly object _whistle = new();

    public void Blow()
    {
        lock (_whistle)
        {
            jump.Jump(); // expect-any: LG1002 inherited
        }
    }

    public void Rest() => leg.Bend(() => // expect-any: LG1002 inherited
    {
        lock (_whistle)
        {
        }
    });
}
