using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>LG3002 and LG3003 through calls: a callee that blocks the thread, or runs unknown code, while its caller holds a lock.</summary>
internal static class HazardousCallees
{
    /// <summary>One finding of a kind for each call under a lock behind which it happens: at the call, where a reader sees the lock.</summary>
    public static IEnumerable<Finding> Judge(CompilationFacts facts, StaticProgram program, CancellationToken cancellation)
    {
        foreach (BodyFacts body in program.Bodies)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (IGrouping<(SyntaxNode Site, Hazard Kind), (ResolvedCall Call, SummaryHazard Hazard)> found in program.Composer.HazardsUnderLocks(body)
                .GroupBy(found => (found.Call.Call.Site.Syntax, found.Hazard.Kind)))
            {
                (ResolvedCall call, SummaryHazard hazard) = found.OrderBy(one => one.Hazard.Chain.Length).ThenBy(one => one.Hazard.What, StringComparer.Ordinal).First();
                SyntaxNode at = SummarySites.Nearest(hazard.Chain, 0).Site;
                if (SummarySites.Contains(at) || call.Call.Held.LastOrDefault(hold => hold.Lock.Kind != PlaceKind.Pseudo) is not { } under || IsHazardItself(facts, call.Call, hazard.Kind))
                {
                    continue;
                }

                yield return (hazard.Kind == Hazard.Wait
                    ? Sentences.Finding(facts, body, ViolationKind.BlockingWait, at.GetLocation(), under.Lock, under.Primitive, under.Mode, detail: hazard.What)
                    : HazardRules.UnknownCode(facts, at, hazard.What, under)) with
                {
                    Others = [.. hazard.Chain.Steps.Skip(1).Select(step => (step.Site.GetLocation(), CaptionOf(step, hazard.Kind)))],
                };
            }
        }
    }

    // A call that waits by itself is reported where it stands already.
    private static bool IsHazardItself(CompilationFacts facts, CallEvent call, Hazard kind) => kind == Hazard.Wait && call.Target is { } target && facts.WaitOf(target) is not null;

    private static string CaptionOf(CallChain step, Hazard kind) =>
        (step.Inner is not null ? "called in " : kind == Hazard.Wait ? "waits in " : "runs unknown code in ") + SymbolNames.Short(step.Body);
}
