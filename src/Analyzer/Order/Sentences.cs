using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Says what the analyzer found in the words that Core has for it.</summary>
internal static class Sentences
{
    /// <summary>A finding of a kind that the runtime knows as well.</summary>
    public static Finding Finding(
        CompilationFacts facts, BodyFacts body, ViolationKind kind, Location location, Place place, LockPrimitive primitive, LockMode mode, string? detail = null, Hold? against = null)
    {
        Acquisition attempted = AcquisitionOf(facts, place, primitive, mode);
        HeldLock? other = against is null ? null : new HeldLock(AcquisitionOf(facts, against.Lock, against.Primitive, against.Mode));
        var violation = new Violation(kind, SymbolNames.Short(body.Body), attempted, other is null ? [] : [other]) { Against = other, Detail = detail };
        return Of(violation, location);
    }

    public static Finding Of(Violation violation, Location location)
    {
        IEnumerable<string> classes = violation.Cycle.Count > 0
            ? violation.Cycle.Select(edge => edge.Outer)
            : new[] { violation.Against?.Acquisition.Name, violation.Attempted.Name }.OfType<string>();
        IEnumerable<string> edges = violation.Cycle.Count > 0
            ? violation.Cycle.Select(edge => edge.Outer + ">" + edge.Inner)
            : violation.Against is { } against ? [against.Acquisition.Name + ">" + violation.Attempted.Name] : [];
        return new Finding(violation.RuleId, location, [violation.Message])
        {
            Properties = Properties.Of(
                (DiagnosticProperties.Kind, violation.Kind.ToString()),
                (DiagnosticProperties.Lock, violation.Attempted.Name),
                (DiagnosticProperties.Classes, string.Join(DiagnosticProperties.Separator, classes)),
                (DiagnosticProperties.Edges, string.Join(DiagnosticProperties.Separator, edges)),
                (DiagnosticProperties.Outer, violation.Against?.Acquisition.Name),
                (DiagnosticProperties.Inner, violation.Against is null ? null : violation.Attempted.Name)),
        };
    }

    /// <summary>An acquisition as Core knows it.</summary>
    public static Acquisition AcquisitionOf(
        CompilationFacts facts, Place place, LockPrimitive primitive, LockMode mode, AcquisitionKind kind = AcquisitionKind.Blocking, SyntaxNode? site = null, long instance = 0)
    {
        ResolvedLock? resolved = facts.Classes.Resolve(facts.HandedLocks.AtOrigin(place, body: null), primitive);
        LockClass @class = resolved?.Class ?? new LockClass(place.ToString()) { WaitType = primitive.WaitType, Owner = primitive.Owner, Reentrant = primitive.Reentrant };
        return new Acquisition(@class, instance)
        {
            Mode = mode,
            Kind = kind,
            Subclass = resolved?.Subclass ?? 0,
            Site = site is null ? default : SiteOf(site.GetLocation()),
        };
    }

    public static AcquisitionSite SiteOf(Location location)
    {
        if (!location.IsInSource)
        {
            return default;
        }

        FileLinePositionSpan span = location.GetMappedLineSpan();
        return new AcquisitionSite(span.Path, span.StartLinePosition.Line + 1);
    }
}
