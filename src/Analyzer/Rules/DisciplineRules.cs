using LockGraph.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LockGraph.Analyzer;

/// <summary>LG2001 guarded members, LG2002 required locks, LG2003 excluded locks, LG2007 results of tries.</summary>
internal static class DisciplineRules
{
    public static void Report(CompilationFacts facts, BodyFacts body, Observations observed)
    {
        foreach (KeyValuePair<(SyntaxNode Site, string Lock), GuardUse> use in observed.GuardUses)
        {
            GuardUse guard = use.Value;
            if (guard.NotHeld)
            {
                string state = guard.OnlyShared ? "held only for reading" : guard.Held ? "not held on every path" : "not held";
                body.Findings.Add(new Finding(
                    RuleIds.GuardedMember,
                    use.Key.Site.GetLocation(),
                    [SymbolNames.Short(guard.Member), guard.IsWrite ? "written" : "read", guard.Missing, state])
                {
                    Properties = Properties.Of((DiagnosticProperties.Lock, guard.Missing), (DiagnosticProperties.Contract, "RequiresLock"), (DiagnosticProperties.ContractPath, guard.Missing)),
                });
            }
        }

        foreach (KeyValuePair<(SyntaxNode Site, Place Lock), RequiredUse> use in observed.RequiredUses)
        {
            RequiredUse required = use.Value;
            if (required.NotHeld)
            {
                string? how = required.OnlyShared ? "exclusively" : required.Held ? "on every path" : null;
                Finding found = Sentences.Finding(
                    facts, body, ViolationKind.NotHeld, use.Key.Site.GetLocation(), use.Key.Lock, required.Primitive, required.Shared ? LockMode.Read : LockMode.Write,
                    detail: how);
                body.Findings.Add(found with
                {
                    Others = [.. required.Callee.Locations.Where(location => location.IsInSource).Take(1).Select(location => (location, SymbolNames.Short(required.Callee) + " requires it"))],
                    Properties = found.Properties.SetItem(DiagnosticProperties.Contract, "RequiresLock").SetItem(DiagnosticProperties.ContractPath, use.Key.Lock.ToString()),
                });
            }
        }

        foreach (KeyValuePair<(SyntaxNode Site, Place Lock), (ISymbol Callee, LockPrimitive Primitive)> use in observed.ExcludedUses)
        {
            body.Findings.Add(Sentences.Finding(
                facts, body, ViolationKind.HeldWhenExcluded, use.Key.Site.GetLocation(), use.Key.Lock, use.Value.Primitive, LockMode.Write,
                detail: null) with
            {
                Others = [.. use.Value.Callee.Locations.Where(location => location.IsInSource).Take(1).Select(location => (location, SymbolNames.Short(use.Value.Callee) + " excludes it"))],
            });
        }

        foreach (KeyValuePair<SyntaxNode, TryValue> tried in observed.IgnoredTries)
        {
            if (!tried.Key.IsKind(SyntaxKind.None))
            {
                body.Findings.Add(new Finding(RuleIds.TryResult, tried.Key.GetLocation(), [tried.Key.ToString(), "is ignored"])
                {
                    Properties = Properties.Of((DiagnosticProperties.Lock, tried.Value.Lock.ToString())),
                });
            }
        }
    }
}
