using System.Collections.Immutable;
using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What one body does with locks, apart from its callers: the result of <see cref="BodyInterpreter"/>.</summary>
internal sealed class BodyFacts
{
    private HashSet<string>? _assigned;

    public BodyFacts(ISymbol body, bool isPart = false)
    {
        Body = body;
        IsPart = isPart;
        Location? at = body.Locations.FirstOrDefault();
        At = (at?.SourceTree?.FilePath ?? "", at?.SourceSpan.Start ?? 0);
    }

    /// <summary>The place in the sources.</summary>
    private (string File, int Position) At { get; }

    /// <summary>The method, local function, lambda, or the field whose initializer it is.</summary>
    public ISymbol Body { get; }

    /// <summary>Bodies in the order of the sources: all that is done to bodies is done in this order, so that every run, on every machine, says the same.</summary>
    public static IReadOnlyList<BodyFacts> InOrder(IEnumerable<BodyFacts> bodies) => [.. bodies.OrderBy(body => body.At.File, StringComparer.Ordinal).ThenBy(body => body.At.Position)];

    /// <summary>True for a parameter that has the value of its argument until a path assigns it: nothing else does.</summary>
    public bool Keeps(IParameterSymbol parameter) => !(_assigned ??= AssignedNames.In(Body)).Contains(parameter.Name);

    /// <summary>True for what a body does behind an await: it is entered by whoever resumes it, and is known as part of the whole already.</summary>
    public bool IsPart { get; }

    /// <summary>Every acquisition, once for each set of locks it happened under.</summary>
    public List<AcquireEvent> Acquisitions { get; } = [];

    /// <summary>Every call of code that may acquire, once for each set of locks it happened under.</summary>
    public List<CallEvent> Calls { get; } = [];

    /// <summary>Blocking waits for what is no lock, and runs of unknown code, while the body itself holds none: a hazard under a lock of its caller.</summary>
    public List<HazardEvent> Hazards { get; } = [];

    /// <summary>What an iterator holds when it yields, on some path.</summary>
    public List<ScopedHold> HeldAtYield { get; } = [];

    /// <summary>What is wrong in the body itself.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>The lambdas and local functions in the body.</summary>
    public List<BodyFacts> Nested { get; } = [];

    /// <summary>What the body does behind awaits of completion sources, before the next await.</summary>
    public List<ResumedPart> Resumed { get; } = [];

    /// <summary>How the body leaves the locks on its normal exits.</summary>
    public List<PathState> Exits { get; } = [];

    /// <summary>Locks that the body releases without having acquired them: the other half of a pair of methods.</summary>
    public List<ScopedHold> ReleasedUnheld { get; } = [];

    /// <summary>Reads and writes of fields, for the inference of guards.</summary>
    public List<FieldUse> FieldUses { get; } = [];
}

/// <summary>A lock asked for.</summary>
/// <param name="Lock">Where it is reached from.</param>
/// <param name="Primitive">What kind of lock it is.</param>
/// <param name="Mode">The mode.</param>
/// <param name="Waits">Blocking, try or timed.</param>
/// <param name="Site">The call or statement.</param>
/// <param name="Held">What is held, oldest first.</param>
/// <param name="Suspended">True behind the first await.</param>
/// <param name="Ordered">Pairs of objects whose order the path has compared.</param>
/// <param name="Given">The answers about the parameters that lead here.</param>
internal sealed record AcquireEvent(
    Place Lock, LockPrimitive Primitive, LockMode Mode, AcquisitionKind Waits, IOperation Site, ImmutableArray<Hold> Held, bool Suspended, ImmutableArray<(Place Left, Place Right)> Ordered,
    ImmutableArray<GivenFlag> Given)
{
    /// <summary>Locks of the caller that the body has released for now: the caller does not hold them meanwhile.</summary>
    public ImmutableHashSet<Place> Lent { get; init; } = ImmutableHashSet<Place>.Empty;

    /// <summary>The way from the body to the acquisition where a summary tells of both; <see langword="null"/> when it is in the body itself.</summary>
    public CallChain? Told { get; init; }
}

/// <summary>What does no harm, unless somebody holds a lock meanwhile.</summary>
internal enum Hazard
{
    /// <summary>A blocking wait for something that is no lock.</summary>
    Wait,

    /// <summary>A call of code that somebody else may have written.</summary>
    UnknownCode,
}

/// <summary>A hazard under locks.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="What">What is waited for, or called.</param>
/// <param name="Site">The call.</param>
/// <param name="Suspended">True behind the first await.</param>
/// <param name="Given">The answers about the parameters that lead here.</param>
internal sealed record HazardEvent(Hazard Kind, string What, IOperation Site, bool Suspended, ImmutableArray<GivenFlag> Given);

/// <summary>How called code runs.</summary>
internal enum CallKind
{
    /// <summary>Now, on this thread, under what is held.</summary>
    Now,

    /// <summary>Later or elsewhere; nobody here waits for it.</summary>
    Elsewhere,

    /// <summary>It runs elsewhere, and the caller waits for it here.</summary>
    Awaited,

    /// <summary>The caller began it himself, and blocks here until the rest of it is done, wherever that runs.</summary>
    Finished,
}

/// <summary>A call of code that may acquire.</summary>
/// <param name="Target">The method; <see langword="null"/> when only <paramref name="Delegate"/> is known.</param>
/// <param name="Delegate">The field, parameter or event that is invoked, when the code behind it is found later.</param>
/// <param name="Receiver">The receiver, when its place is known.</param>
/// <param name="Arguments">The values of the parameters, by ordinal.</param>
/// <param name="Kind">How it runs.</param>
/// <param name="Site">The call.</param>
/// <param name="Held">What is held, oldest first.</param>
/// <param name="Suspended">True behind the first await of the caller.</param>
/// <param name="IsAwaited">True when the caller waits for all of an asynchronous callee.</param>
/// <param name="Ordered">Pairs of objects whose order the path has compared.</param>
/// <param name="Given">The answers about the parameters that lead here.</param>
internal sealed record CallEvent(
    IMethodSymbol? Target,
    Place? Delegate,
    Place? Receiver,
    ImmutableArray<Value> Arguments,
    CallKind Kind,
    IOperation Site,
    ImmutableArray<Hold> Held,
    bool Suspended,
    bool IsAwaited,
    ImmutableArray<(Place Left, Place Right)> Ordered,
    ImmutableArray<GivenFlag> Given)
{
    /// <summary>Locks of the caller that the body has released for now.</summary>
    public ImmutableHashSet<Place> Lent { get; init; } = ImmutableHashSet<Place>.Empty;

    /// <summary>True when the receiver or an argument is an object that the caller has made, and that nobody else sees yet.</summary>
    public bool PassesNew { get; init; }

    /// <summary>Members of such objects that may have a value, or get one by the call.</summary>
    public ImmutableHashSet<(Place Owner, string Member)> Assigned { get; init; } = ImmutableHashSet<(Place Owner, string Member)>.Empty;

    /// <summary>Parameters of the caller that may have another value by now than the one that he was given.</summary>
    public ImmutableHashSet<ISymbol> Reassigned { get; init; } = PathState.Empty.Reassigned;

    /// <summary>What the path knows of the arguments, beyond their values.</summary>
    public ImmutableArray<GivenFlag> Known { get; init; } = ImmutableArray<GivenFlag>.Empty;
}

/// <summary>A use of a field, with what is held.</summary>
internal sealed record FieldUse(ISymbol Field, Place Place, bool IsWrite, IOperation Site, ImmutableArray<Hold> Held);

/// <summary>Something to report.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Location">The guilty place.</param>
/// <param name="Arguments">What the message format of the rule takes.</param>
internal sealed record Finding(string RuleId, Location Location, object[] Arguments)
{
    public IReadOnlyList<(Location Location, string Caption)> Others { get; init; } = [];

    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;
}
