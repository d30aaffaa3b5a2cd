using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LockGraph.Runtime.Tests.Holds;

/// <summary>Calls that carry no place of their own are told at the line of the user's code that made them.</summary>
public sealed class PlaceTests : ValidatorTest
{
    private readonly TrackedMonitor _a;

    // Not in initializers, which run before the validator of the test is the current one.
    public PlaceTests() => _a = new TrackedMonitor("A");

    [Fact]
    public void BadReleasesAtTwoLines_AreTwoViolationsAndARepetitionIsNone()
    {
        for (int i = 0; i < 2; i++)
        {
            Refused(() => _a.Exit());
            Refused(() => _a.Exit());
        }

        Assert.Equal([ViolationKind.BadRelease, ViolationKind.BadRelease], Kinds);
        Assert.Equal(2, Ids(Validator).Distinct().Count());
    }

    [Fact]
    public void PulsesAtTwoLines_AreTwoViolationsAndARepetitionIsNone()
    {
        for (int i = 0; i < 2; i++)
        {
            Refused(() => _a.Pulse());
            Refused(() => _a.PulseAll());
        }

        Assert.Equal([ViolationKind.ConditionWait, ViolationKind.ConditionWait], Kinds);
    }

    [Fact]
    public void WaitWithoutItsMonitor_StandsAtItsOwnLine()
    {
        int line = Line();
        Refused(() => _a.Wait(0));
        Assert.Equal(new AcquisitionSite(ThisFile(), line + 1), Assert.Single(Validator.Violations).Attempted.Site);
    }

    [Fact]
    public void FalseAssertionsAndEndsOfAHeldLockAtTwoLines_AreTwoViolationsEach()
    {
        _a.AssertHeld();
        _a.AssertHeld();
        _a.Enter();
        _a.Reinitialize();
        _a.Reinitialize();
        _a.Exit();
        Assert.Equal(
            [ViolationKind.NotHeld, ViolationKind.NotHeld, ViolationKind.HeldReinitialized, ViolationKind.HeldReinitialized],
            Kinds);
    }

    [Fact]
    public void Place_IsFileAndLineOfTheRelease()
    {
        int line = Line();
        Refused(() => _a.Exit());
        Assert.Equal(new AcquisitionSite(ThisFile(), line + 1), Assert.Single(Validator.Violations).Attempted.Site);
    }

    [Fact]
    public async Task PlaceInAnAsynchronousMethod_IsItsLine()
    {
        var gate = new TrackedAsyncLock("lock");
        TrackedAsyncLock.Releaser held = await gate.LockAsync();
        held.Dispose();
        await Task.Yield();
        int line = Line();
        Refused<SemaphoreFullException>(() => held.Dispose());
        Assert.Equal(new AcquisitionSite(ThisFile(), line + 1), Validator.The(ViolationKind.BadRelease).Attempted.Site);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Id_IsTheSameInEachRunAlsoWithoutStacks(bool captureStacks)
    {
        string[] first = ARun(captureStacks: true);
        Assert.Equal(first, ARun(captureStacks));
        Assert.Equal(2, first.Distinct().Count());
    }

    [Fact]
    public void ExplicitFlow_HasNoPlaceHere()
    {
        ExecutionFlow flow = Validator.OpenFlow("replayed");
        Validator.Release(flow, _a);
        Assert.True(Validator.The(ViolationKind.BadRelease).Attempted.Site.IsUnknown);
    }

    [Fact]
    public async Task PlaceWithoutSymbols_IsTheMemberThatWasWritten()
    {
        const string here = nameof(PlaceTests) + "." + nameof(PlaceWithoutSymbols_IsTheMemberThatWasWritten);
        await Task.Yield();
        Assert.Equal(new AcquisitionSite(here, 0), Bare());
        Assert.Equal(new AcquisitionSite(here + ".lambda", 0), new Func<AcquisitionSite>(() => Bare())());
        int captured = 1;
        Assert.Equal(new AcquisitionSite(here + ".Local", 0), Local());

        [MethodImpl(MethodImplOptions.NoInlining)]
        AcquisitionSite Local() => captured > 0 ? Bare() : default;
    }

    // The frame of this method is left out.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AcquisitionSite Bare() => StackFrames.Site(new StackTrace(skipFrames: 1, fNeedFileInfo: false));

    private static string[] ARun(bool captureStacks)
    {
        var validator = new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty, CaptureStacks = captureStacks });
        using (validator.MakeCurrent())
        {
            var gate = new TrackedMonitor("gate");
            Refused(() => gate.Exit());
            Refused(() => gate.Pulse());
        }

        return Ids(validator);
    }

    private static string[] Ids(LockOrderValidator validator) => [.. validator.Violations.Select(violation => violation.Id)];

    private static void Refused(Action misuse) => Refused<SynchronizationLockException>(misuse);

    private static void Refused<TException>(Action misuse)
        where TException : Exception => Assert.Throws<TException>(misuse);

    private static int Line([CallerLineNumber] int line = 0) => line;

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
