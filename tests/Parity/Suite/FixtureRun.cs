using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using LockGraph.Core;

namespace LockGraph.Parity.Tests.Suite;

/// <summary>What the validator said while a fixture ran.</summary>
/// <param name="Findings">Each with its line.</param>
/// <param name="Thrown">What ended the run early, or <see langword="null"/>.</param>
/// <param name="Fault">What went wrong with the validator itself, or <see langword="null"/>.</param>
internal sealed record FixtureRun(IReadOnlyList<Finding> Findings, Exception? Thrown, Exception? Fault)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [ModuleInitializer]
#pragma warning disable CA2255 // The mode must be chosen before any tracked lock of the assembly exists.
    internal static void ChooseMode() => LockGraphRuntime.Mode = LockGraphMode.Observe;
#pragma warning restore CA2255

    /// <summary>Runs a fixture on a thread and under a validator of its own, to the end of both.</summary>
    public static FixtureRun Of(Fixture fixture)
    {
        LockGraphMode mode = fixture.Throws == nameof(LockOrderViolationException) ? LockGraphMode.Assert : LockGraphMode.Observe;
        var validator = new LockOrderValidator(new ValidatorSettings { Mode = mode });
        Exception? thrown = null;
        using (validator.MakeCurrent())
        {
            var thread = new Thread(() => thrown = Play(fixture, validator)) { Name = fixture.Name, IsBackground = true };
            thread.Start();
            Assert.True(thread.Join(_patience), fixture.Name + " hangs.");
        }

        try
        {
            validator.CheckForLeaks();
        }
        catch (LockOrderViolationException)
        {
            // Recorded like any other.
        }

        IEnumerable<Finding> contradictions =
            from error in validator.DeclarationErrors
            where error.Message.Contains(fixture.Namespace + ".", StringComparison.Ordinal)
            select new Finding(error.RuleId, 0, null, fixture.Local(error.Message));
        return new FixtureRun([.. validator.Violations.Select(violation => FindingOf(fixture, violation)), .. contradictions], thrown, validator.FirstOwnFault);
    }

    // A work item, as a test is one: what its flow still holds when it ends has leaked, whether a thread or the flow owns it.
    private static Exception? Play(Fixture fixture, LockOrderValidator validator)
    {
        try
        {
            using IDisposable work = validator.BeginWorkItem(fixture.Name);
            (fixture.EntryPoint.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, CultureInfo.InvariantCulture) as Task)?.GetAwaiter().GetResult();
            return null;
        }
#pragma warning disable CA1031 // Carried to the test.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }

    private static Finding FindingOf(Fixture fixture, Violation violation) =>
        new(violation.RuleId, LineOf(fixture, violation), fixture.Local(ClassesOf(violation)), fixture.Local(violation.Message));

    private static string ClassesOf(Violation violation)
    {
        IEnumerable<string> names = violation.Kind switch
        {
            ViolationKind.Inversion or ViolationKind.Cycle or ViolationKind.Guarded => violation.Cycle.Select(edge => edge.Outer),
            ViolationKind.LiveDeadlock => violation.Waits.Select(wait => wait.Wanted.Name),
            _ => violation.Against is { } against ? [against.Acquisition.Name, violation.Attempted.Name] : [violation.Attempted.Name],
        };
        return string.Join(" > ", names.Distinct(StringComparer.Ordinal));
    }

    private static int LineOf(Fixture fixture, Violation violation)
    {
        AcquisitionSite site = violation.Attempted.Site;
        return site.ToString().StartsWith(fixture.File + ":", StringComparison.Ordinal) ? site.Line : -1;
    }
}
