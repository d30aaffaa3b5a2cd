namespace LockGraph.Runtime.Tests.Support;

/// <summary>A test with a validator of its own, to which every tracked lock it makes belongs; so tests run side by side.</summary>
public abstract class ValidatorTest : IDisposable
{
    private readonly IDisposable _scope;

    protected ValidatorTest()
        : this(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty })
    {
    }

    protected ValidatorTest(ValidatorSettings settings)
    {
        Validator = new LockOrderValidator(settings);
        _scope = Validator.MakeCurrent();
    }

    protected LockOrderValidator Validator { get; }

    /// <summary>The kinds found so far, in order of finding.</summary>
    protected ViolationKind[] Kinds => Validator.Kinds();

    public void Dispose()
    {
        _scope.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static LockOrderValidator Asserting(params IViolationSink[] sinks) =>
        new(new ValidatorSettings { Mode = LockGraphMode.Assert, DeclaredOrder = DeclaredOrder.Empty, Sinks = sinks });

    /// <summary>Takes locks from the outside in, and releases them all.</summary>
    protected static void Nest(params TrackedMonitor[] locks)
    {
        foreach (TrackedMonitor gate in locks)
        {
            gate.Enter();
        }

        foreach (TrackedMonitor gate in locks.Reverse())
        {
            gate.Exit();
        }
    }
}
