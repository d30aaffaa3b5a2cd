using System.Collections.Immutable;
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

            bool accumulates = judged.Holds[i].Lock.Mentions(PathState.Before) || judged.Holds[i].Lock.Mentions(PathState.Below);
            if (accumulates && !unbounded && judged.Wanted.Class.MaxHeld is { } most && !judged.Judgement.Verdicts.Any(verdict => verdict.Kind == ViolationKind.ClassHeldLimit))
            {
                unbounded = true;
                yield return Describe(
                    judged, body, ViolationKind.ClassHeldLimit, judged.Held[i], most.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        _ = facts;
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
    public static IEnumerable<(Location Location, string Caption)> ChainOf(ImmutableArray<ChainStep> chain, SyntaxNode from, string wanted)
    {
        bool inside = false;
        for (int i = 0; i < chain.Length; i++)
        {
            if (inside)
            {
                string does = i == chain.Length - 1 ? wanted + " is acquired in " : "called in ";
                yield return (chain[i].Site.GetLocation(), does + SymbolNames.Short(chain[i].Body));
            }

            inside |= ReferenceEquals(chain[i].Site, from);
        }
    }
}
