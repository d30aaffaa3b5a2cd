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

        foreach (KeyValuePair<SyntaxNode, (string What, Hold Under, Place? Slot)> use in observed.BlockingCalls)
        {
            Hold under = use.Value.Under;
            if (IsPartOfAcquiring(body, use.Value.Slot, under))
            {
                continue;
            }

            body.Findings.Add(Sentences.Finding(facts, body, ViolationKind.BlockingWait, use.Key.GetLocation(), under.Lock, under.Primitive, under.Mode, detail: use.Value.What));
        }

        foreach (KeyValuePair<SyntaxNode, (string What, Hold Under)> use in observed.UnknownCalls)
        {
            body.Findings.Add(UnknownCode(facts, use.Key, use.Value.What, use.Value.Under));
        }

        foreach (KeyValuePair<SyntaxNode, (Place Lock, LockPrimitive Primitive, Hold? Against)> use in observed.ConditionUses)
        {
            body.Findings.Add(Sentences.Finding(
                facts, body, ViolationKind.ConditionWait, use.Key.GetLocation(), use.Value.Lock, use.Value.Primitive, LockMode.Write, against: use.Value.Against));
        }
    }

    // A reader-writer lock made of semaphores: the writer has the first, waits for the readers at the second, and returns with the first to whoever called.
    private static bool IsPartOfAcquiring(BodyFacts body, Place? slot, Hold under) =>
        slot is { Kind: PlaceKind.Member, Owner: { Kind: PlaceKind.This } owner } && owner.Equals(under.Lock.Owner)
        && under.Primitive.Family == LockFamily.Semaphore && body.Exits.Exists(exit => exit.HoldOf(under.Lock) is not null);

    /// <summary>LG3003 at a call, directly or through others.</summary>
    public static Finding UnknownCode(CompilationFacts facts, SyntaxNode site, string what, Hold under)
    {
        string name = Sentences.AcquisitionOf(facts, under.Lock, under.Primitive, under.Mode).Name;
        return new Finding(RuleIds.UnknownCode, site.GetLocation(), [what, name]) { Properties = Properties.Of((DiagnosticProperties.Lock, name)) };
    }
}
