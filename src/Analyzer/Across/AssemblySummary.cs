using System.Collections.Immutable;
using LockGraph.Core;

namespace LockGraph.Analyzer;

/// <summary>What the visible members of an assembly ask of whoever calls them, and the order that stands inside it: what its metadata does not say.</summary>
/// <param name="Assembly">Simple name of the assembly.</param>
/// <param name="Locks">The locks that the rest refers to, by their place in this list.</param>
/// <param name="Events">What happens in members, each thing once.</param>
/// <param name="Members">The members that do anything with locks.</param>
/// <param name="Raises">Where the assembly calls under its locks what others can override, implement or fill.</param>
/// <param name="Edges">The order of locks that the assembly itself makes.</param>
internal sealed record AssemblySummary(
    string Assembly, IReadOnlyList<SummarizedLock> Locks, IReadOnlyList<SummarizedEvent> Events, IReadOnlyList<SummarizedMember> Members, IReadOnlyList<SummarizedRaise> Raises,
    IReadOnlyList<SummarizedEdge> Edges);

/// <summary>A lock class, with the traits that a reference assembly does not show.</summary>
/// <param name="Id">Documentation id of the member that holds the lock; empty where there is none.</param>
/// <param name="Name">The class.</param>
/// <param name="Subclass">Rank inside the class.</param>
/// <param name="Primitive">What kind of lock it is.</param>
/// <param name="Reentrant">True when its holder may take it again.</param>
/// <param name="NeedsOrder">True when two instances may not be held together without an order.</param>
/// <param name="MaxHeld">How many instances may be held; <see langword="null"/> for any number.</param>
internal sealed record SummarizedLock(string Id, string Name, int Subclass, LockPrimitive Primitive, bool Reentrant, bool NeedsOrder, int? MaxHeld)
{
    /// <summary>The class as the order knows it, with its rank.</summary>
    public string FullName => LockClassName.WithSubclass(Name, Subclass);
}

/// <summary>A step of a chain inside the assembly.</summary>
/// <param name="Member"><c>Type.Member</c>.</param>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Line">Counted from 1.</param>
internal sealed record SummarizedStep(string Member, string File, int Line);

/// <summary>A lock held inside the assembly.</summary>
/// <param name="Lock">Which; below zero for one that the caller hands in.</param>
/// <param name="Place">Where it is reached from, as <see cref="PlaceText"/> spells it.</param>
/// <param name="Primitive">How it is used.</param>
/// <param name="Mode">The mode.</param>
/// <param name="Waits">How it was acquired.</param>
/// <param name="At">Where it was acquired.</param>
internal sealed record SummarizedHold(int Lock, string Place, LockPrimitive Primitive, LockMode Mode, AcquisitionKind Waits, SummarizedStep At);

/// <summary>What happens in a member.</summary>
internal enum SummarizedKind
{
    /// <summary>A lock is asked for.</summary>
    Acquire,

    /// <summary>A delegate parameter is invoked.</summary>
    Invoke,

    /// <summary>A member that other assemblies can override, or a delegate or event that they can fill, is called.</summary>
    Open,

    /// <summary>The thread waits for what is no lock.</summary>
    Wait,
}

/// <summary>One thing that happens in a member, itself or through calls.</summary>
/// <param name="Kind">What.</param>
/// <param name="Subject">The place of the lock, the ordinal of the parameter, the documentation id of the open member, or what is waited for.</param>
/// <param name="Suspended">True behind the first await.</param>
/// <param name="Given">The flags among the parameters that lead here.</param>
/// <param name="Held">What is held: of an acquisition only what the caller handed in.</param>
/// <param name="Steps">Where it happens.</param>
internal sealed record SummarizedEvent(
    SummarizedKind Kind, string Subject, bool Suspended, ImmutableArray<GivenFlag> Given, ImmutableArray<SummarizedHold> Held, ImmutableArray<SummarizedStep> Steps)
{
    /// <summary>How many ways the code could have gone instead, this one included.</summary>
    public int Ways { get; init; } = 1;

    /// <summary>Which lock is asked for; below zero for one that the caller hands in.</summary>
    public int Lock { get; init; } = -1;

    public LockPrimitive Primitive { get; init; } = LockPrimitive.Monitor;

    public LockMode Mode { get; init; }

    public AcquisitionKind Waits { get; init; }
}

/// <summary>A member, with what happens in it.</summary>
/// <param name="Id">Documentation id of the method, accessor or constructor.</param>
/// <param name="Ways">Zero for the body of the member itself; for what overrides and implements it inside the assembly, how many bodies that are.</param>
/// <param name="Events">What happens, by the numbers of <see cref="AssemblySummary.Events"/>.</param>
internal sealed record SummarizedMember(string Id, int Ways, ImmutableArray<int> Events);

/// <summary>A call, under a lock, of what other assemblies can override, implement or fill.</summary>
/// <param name="Held">The lock.</param>
/// <param name="Member">Documentation id of the open member.</param>
/// <param name="At">Where it is called.</param>
internal sealed record SummarizedRaise(SummarizedHold Held, string Member, SummarizedStep At);

/// <summary>One lock taken under another inside the assembly.</summary>
/// <param name="Outer">The lock that is held.</param>
/// <param name="OuterMode">Its mode.</param>
/// <param name="Inner">The lock that is asked for.</param>
/// <param name="InnerMode">Its mode.</param>
/// <param name="Gates">The instances that are always held around it, by the names that all assemblies have for them.</param>
/// <param name="OuterAt">Where the outer one is acquired.</param>
/// <param name="Steps">The way from there to the inner one; at least one.</param>
internal sealed record SummarizedEdge(
    int Outer, LockMode OuterMode, int Inner, LockMode InnerMode, ImmutableArray<string> Gates, SummarizedStep OuterAt, ImmutableArray<SummarizedStep> Steps);
