using System.Text.RegularExpressions;
using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>Takes out of texts what changes while the order does not: line numbers, folders of one machine, instances, threads.</summary>
internal static partial class SteadyText
{
    /// <summary>A place without its line, its folders, and the arguments that the document shows anyway.</summary>
    public static string Place(string place) => Arguments().Replace(WithoutLines(place), "$1]");

    /// <summary>A text whose <c>File.cs:12</c> have become <c>File.cs</c>.</summary>
    public static string WithoutLines(string text) => Line().Replace(Folders().Replace(text, ""), "");

    /// <summary>The file of a site, without folders.</summary>
    public static string? File(AcquisitionSite site) => site.IsUnknown ? null : new AcquisitionSite(site.File, 0).ToString();

    /// <summary>The member that acquires: the innermost frame of its stack, else the file.</summary>
    public static string? Member(Acquisition acquisition) =>
        acquisition.Stack is { Frames: [var frame, ..] } ? frame.Split(" (")[0] : File(acquisition.Site);

    /// <summary>The sentence about a violation, the same in every run that finds it.</summary>
    public static string Sentence(Violation violation)
    {
        var steady = new Violation(violation.Kind, "a flow", Steady(violation.Attempted), [.. violation.Held.Select(Steady)])
        {
            Against = violation.Against is null ? null : Steady(violation.Against),
            Detail = violation.Detail,
            Gates = violation.Gates,
            SingleFlow = violation.SingleFlow,
            Cycle = [.. violation.Cycle.Select(edge => edge with { Witness = edge.Witness is null ? null : Steady(edge.Witness) })],
            Waits = [.. violation.Waits.Select((wait, at) => new LockWait($"flow {at + 1}", Steady(wait.Wanted), [.. wait.Held.Select(Steady)]))],
        };
        return WithoutLines(ViolationText.Sentence(steady));
    }

    private static EdgeWitness Steady(EdgeWitness witness) => new(Steady(witness.Outer), Steady(witness.Inner), "a flow");

    private static HeldLock Steady(HeldLock held) => new(Steady(held.Acquisition)) { IsTerminal = held.IsTerminal, SharesSlot = held.SharesSlot };

    private static Acquisition Steady(Acquisition acquisition) => new(acquisition.Class, 0)
    {
        Mode = acquisition.Mode,
        Kind = acquisition.Kind,
        Subclass = acquisition.Subclass,
        NestLockName = acquisition.NestLockName,
        WaitType = acquisition.WaitType,
        Reentrant = acquisition.Reentrant,
        Site = new AcquisitionSite(acquisition.Site.File, 0),
    };

    // A class that is named after its line (Type.Method@File.cs:12) keeps it: the line is part of the name.
    [GeneratedRegex(@"(?<=(?<![@\w.+-])[\w.+-]+\.(?:cs|vb|fs|razor|cshtml)):\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    [GeneratedRegex(@"(?<![\w.])(?:[A-Za-z]:)?[\\/](?:[^\s\\/:""'()]+[\\/])+(?=[^\s\\/:""'()]+\.(?:cs|vb|fs|razor|cshtml)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Folders();

    [GeneratedRegex(@"(\[LockOrder)\([^\n]*?\)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Arguments();
}
