using LockGraph.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>LG3001 suspension under a lock, LG3002 blocking waits, LG3003 unknown code, LG3005 conditions.</summary>
internal static class HazardRules
{
    public static void Report(CompilationFacts facts, BodyFacts body, Observations observed)
    {
        foreach (KeyValuePair<(SyntaxNode Site, Place Lock), Hold> use in observed.Suspensions)
        {
            Hold hold = use.Value;
            Finding found = Sentences.Finding(
                facts, body, ViolationKind.AwaitUnderLock, use.Key.Site.GetLocation(), hold.Lock, hold.Primitive, hold.Mode,
                detail: use.Key.Site is YieldStatementSyntax ? "yield" : null);
            body.Findings.Add(hold.Site is null ? found : found with { Others = [(hold.Site.Syntax.GetLocation(), "is acquired here")] });
        }

        foreach (KeyValuePair<SyntaxNode, (string What, Hold Under)> use in observed.BlockingCalls)
        {
            Hold under = use.Value.Under;
            body.Findings.Add(Sentences.Finding(facts, body, ViolationKind.BlockingWait, use.Key.GetLocation(), under.Lock, under.Primitive, under.Mode, detail: use.Value.What));
        }

        foreach (KeyValuePair<SyntaxNode, (string What, Hold Under)> use in observed.UnknownCalls)
        {
            string name = Sentences.AcquisitionOf(facts, use.Value.Under.Lock, use.Value.Under.Primitive, use.Value.Under.Mode).Name;
            body.Findings.Add(new Finding(RuleIds.UnknownCode, use.Key.GetLocation(), [use.Value.What, name])
            {
                Properties = Properties.Of((DiagnosticProperties.Lock, name)),
            });
        }

        foreach (KeyValuePair<SyntaxNode, (Place Lock, LockPrimitive Primitive, Hold? Against)> use in observed.ConditionUses)
        {
            body.Findings.Add(Sentences.Finding(
                facts, body, ViolationKind.ConditionWait, use.Key.GetLocation(), use.Value.Lock, use.Value.Primitive, LockMode.Write, against: use.Value.Against));
        }
    }
}
