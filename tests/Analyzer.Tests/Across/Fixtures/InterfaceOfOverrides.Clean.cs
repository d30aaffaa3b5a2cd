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

    // Another member of the same name, and nobody's promise.
    public void Step(Action done)
    {
        lock (_track)
        {
            done();
        }
    }
}
// assembly: User
using Lib;

public sealed class Coach(IStep step, Run run)
{
    private readonly object _whistle = new();

    public void Blow()
    {
        lock (_whistle)
        {
        }

        step.Step();
    }

    public void Rest() => run.Step(() =>
    {
        lock (_whistle)
        {
        }
    });
}
