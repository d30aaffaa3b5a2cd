using System.Globalization;
using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What one body alone does against declared order, limits, wait types and same-class nesting: LG1001, LG1003, LG1004, LG1005, LG1008, LG3006.</summary>
internal static class DirectNesting
{
    public static void Report(CompilationFacts facts, EventJudge judge, BodyFacts body, Action<Finding> report)
    {
        foreach (AcquireEvent acquired in body.Acquisitions)
        {
            if (acquired.Held.IsEmpty)
            {
                continue;
            }

            SummaryEvent found = SummaryComposer.Own(body, acquired);
            if (judge.Judge(body.Body, found) is not { } judged)
            {
                continue;
            }

            foreach (Finding finding in Of(facts, judged, body.Body, direct: true))
            {
                report(finding);
            }
        }
    }

    /// <summary>The findings of one judged event that concern one body (<paramref name="direct"/>), or that come about by calls.</summary>
    public static IEnumerable<Finding> Of(CompilationFacts facts, JudgedEvent judged, ISymbol body, bool direct)
    {
        foreach (Verdict verdict in judged.Judgement.Verdicts)
        {
            if (judged.IsDirect(verdict.Against) == direct)
            {
                yield return Describe(judged, body, verdict.Kind, verdict.Against, verdict.Detail);
            }
        }

        if (judged.Wanted.Kind != AcquisitionKind.Blocking)
        {
            yield break;
        }

        bool unbounded = false;
        for (int i = 0; i < judged.Held.Count; i++)
        {
            Acquisition outer = judged.Held[i].Acquisition;
            if (outer.Class.Name != judged.Wanted.Class.Name || outer.Subclass != judged.Wanted.Subclass || outer.Instance == judged.Wanted.Instance)
            {
                continue;
            }

            if (judged.IsDirect(judged.Held[i]) != direct)
            {
                continue;
            }

            if (judged.Wanted.Class.Nesting == SameClassNesting.InstanceOrder
                && InstanceRelations.Relate(judged.Holds[i].Lock, judged.Event.Lock, judged.Event.Ordered, out _, out _) == InstanceRelation.CallerDecides)
            {
                yield return Describe(judged, body, ViolationKind.InvalidNesting, judged.Held[i], null);
            }

            // What a loop keeps from turn to turn has no number; what it keeps until the next one is there is one. In a sorted order it is a
            // decision, unless the class says how many may be held.
            bool sorted = judged.Holds[i].Lock.Mentions(PathState.Below);
            int? most = judged.Wanted.Class.MaxHeld;
            bool accumulates = (judged.Holds[i].IsRepeated && judged.Holds[i].Lock.Mentions(PathState.Before)) || (sorted && most is not null);
            if (accumulates && !unbounded && !judged.Judgement.Verdicts.Any(verdict => verdict.Kind is ViolationKind.ClassHeldLimit or ViolationKind.HeldLimit))
            {
                unbounded = true;
                string limit = (most ?? facts.Settings.HeldLimit).ToString(CultureInfo.InvariantCulture);
                yield return Describe(
                    judged, body, most is null ? ViolationKind.HeldLimit : ViolationKind.ClassHeldLimit, judged.Held[i], most is null ? limit + ", and the loop has no bound" : limit);
            }
        }
    }

    private static Finding Describe(JudgedEvent judged, ISymbol body, ViolationKind kind, HeldLock? against, string? detail)
    {
        var violation = new Violation(kind, SymbolNames.Short(body), judged.Wanted, judged.Held) { Against = against, Detail = detail };
        SyntaxNode site = judged.SiteUnder(against);
        var others = new List<(Location, string)>();
        for (int i = 0; i < judged.Held.Count; i++)
        {
            if (ReferenceEquals(judged.Held[i], against) && judged.Holds[i].Site is { } taken)
            {
                others.Add((taken.GetLocation(), against!.Acquisition.Name + " is acquired here"));
            }
        }

        others.AddRange(ChainOf(judged.Event.Chain, site, judged.Wanted.Name));
        return Sentences.Of(violation, site.GetLocation()) with { Others = others };
    }

    /// <summary>The steps from a site inwards, with what each does.</summary>
    public static IEnumerable<(Location Location, string Caption)> ChainOf(CallChain chain, SyntaxNode from, string wanted)
    {
        bool inside = false;
        foreach (CallChain step in chain.Steps)
        {
            if (inside)
            {
                string does = step.Inner is null ? wanted + " is acquired in " : "called in ";
                yield return (step.Site.GetLocation(), does + SymbolNames.Short(step.Body));
            }

            inside |= ReferenceEquals(step.Site, from);
        }
    }
}
