using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>LG3002 through calls: a callee that blocks the thread while its caller holds a lock.</summary>
internal static class BlockingCallees
{
    /// <summary>One finding for each call under a lock behind which something is waited for: at the call, where a reader sees the lock.</summary>
    public static IEnumerable<Finding> Judge(CompilationFacts facts, StaticProgram program, CancellationToken cancellation)
    {
        foreach (BodyFacts body in program.Bodies)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (IGrouping<SyntaxNode, (ResolvedCall Call, SummaryWait Wait)> site in program.Composer.WaitsUnderLocks(body).GroupBy(found => found.Call.Call.Site.Syntax))
            {
                (ResolvedCall call, SummaryWait wait) = site.OrderBy(found => found.Wait.Chain.Length).ThenBy(found => found.Wait.What, StringComparer.Ordinal).First();
                SyntaxNode at = SummarySites.Nearest(wait.Chain, 0).Site;
                bool isWaitItself = call.Call.Target is { } target && facts.WaitOf(target) is not null;
                if (!isWaitItself && !SummarySites.Contains(at) && call.Call.Held.LastOrDefault(hold => hold.Lock.Kind != PlaceKind.Pseudo) is { } under)
                {
                    yield return Sentences.Finding(facts, body, ViolationKind.BlockingWait, at.GetLocation(), under.Lock, under.Primitive, under.Mode, detail: wait.What) with
                    {
                        Others = [.. wait.Chain.Steps.Skip(1).Select(step => (step.Site.GetLocation(), (step.Inner is null ? "waits in " : "called in ") + SymbolNames.Short(step.Body)))],
                    };
                }
            }
        }
    }
}
