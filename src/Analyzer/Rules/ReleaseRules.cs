using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>LG2004 locks that some path keeps, LG2005 releases of what is not held, LG2006 contracts that the body breaks.</summary>
internal static class ReleaseRules
{
    public static void Report(CompilationFacts facts, BodyFacts body, Observations observed, IReadOnlyList<(PathState State, IOperation? Thrower)> thrown)
    {
        Contract contract = body.Body is IMethodSymbol ? facts.Contracts.Of(body.Body) : Contract.None;
        ReportReleases(facts, body, observed, contract);
        ReportLeaks(facts, body, observed, contract, thrown);
        ReportContract(body, contract);
    }

    private static void ReportReleases(CompilationFacts facts, BodyFacts body, Observations observed, Contract contract)
    {
        body.ReleasedUnheld.AddRange(observed.PassedOn.Where(released => !observed.IsAcquired(released.Lock)).Distinct());
        foreach (KeyValuePair<(SyntaxNode Site, Place Lock), ReleaseUse> use in observed.Releases)
        {
            ReleaseUse release = use.Value;
            if (!release.NotHeld)
            {
                continue;
            }

            if (!release.Held && !release.Missed && !observed.IsTakenBack(use.Key.Lock))
            {
                body.ReleasedUnheld.Add(new ScopedHold(use.Key.Lock, release.Primitive, release.Mode));
            }

            if (observed.IsTakenBack(use.Key.Lock) || (!release.Held && !BodyInterpreter.IsStable(use.Key.Lock)))
            {
                // The lock of the caller, lent out for a while; or an object that cannot be told from others.
                continue;
            }

            if (release.Missed && !release.Held)
            {
                body.Findings.Add(new Finding(RuleIds.TryResult, use.Key.Site.GetLocation(), ["the try for " + use.Key.Lock, "is tested the wrong way round: here the lock was not obtained"]));
                continue;
            }

            // Half of a pair of methods, or a slot that is given to whoever waits.
            bool partial = !contract.ReleasesScope && (release.Held || observed.IsAcquired(use.Key.Lock) || release.OtherMode is not null);
            if (!partial && (contract.ReleasesScope || release.Primitive.Family == LockFamily.Semaphore || facts.HasPartner(body.Body, use.Key.Lock, acquires: true)))
            {
                continue;
            }

            string? detail = release.OtherMode is { } other ? "it is held in " + other.Word() + " mode" : release.Held ? "not on every path" : null;
            body.Findings.Add(Sentences.Finding(facts, body, ViolationKind.BadRelease, use.Key.Site.GetLocation(), use.Key.Lock, release.Primitive, release.Mode, detail: detail));
        }
    }

    private static void ReportLeaks(
        CompilationFacts facts, BodyFacts body, Observations observed, Contract contract, IReadOnlyList<(PathState State, IOperation? Thrower)> thrown)
    {
        var leaks = new Dictionary<SyntaxNode, (Hold Hold, string Detail)>();
        foreach (PathState exit in body.Exits)
        {
            foreach (Hold hold in exit.Held)
            {
                if (hold.Site is null || hold.IsInherited || hold.IsTakenBack || hold.IsHandedOver || IsPromised(contract, exit, hold) || GivesScope(facts, body.Body, exit, hold))
                {
                    continue;
                }

                // An object that cannot be told from others, or that was handed in to be locked.
                bool handedIn = !BodyInterpreter.IsStable(hold.Lock) || hold.Lock.Kind == PlaceKind.Parameter || IsLambda(body.Body);
                if (handedIn && !observed.IsReleased(hold.Lock))
                {
                    continue;
                }

                // Kept on every way out, it is meant to be kept: if somebody else releases it.
                bool somePathReleases = observed.IsReleased(hold.Lock) && body.Exits.Exists(other => other.HoldOf(hold.Lock) is null && other.Returned is not BoolValue { Is: false });
                if ((somePathReleases && !IsTriedAndTold(exit, body)) || (!somePathReleases && !facts.HasPartner(body.Body, hold.Lock, acquires: false)))
                {
                    leaks[hold.Site.Syntax] = (hold, "a path through " + SymbolNames.Short(body.Body));
                }
            }
        }

        foreach ((PathState state, IOperation? thrower) in thrown)
        {
            foreach (Hold hold in state.Held)
            {
                if (hold.Site is null || hold.IsInherited || hold.IsTakenBack || hold.IsHandedOver || leaks.ContainsKey(hold.Site.Syntax))
                {
                    continue;
                }

                // A body without any handler for it does not mean to survive an exception; a semaphore has no owner that would die with it.
                bool meant = observed.IsReleasedInHandler(hold.Lock) || (state.Returned is not null && observed.IsReleased(hold.Lock)) || (hold.Primitive.Owner == LockOwner.Flow && observed.IsReleased(hold.Lock));
                if (meant)
                {
                    string what = thrower is null ? "" : " in " + FirstLine(thrower.Syntax.ToString());
                    leaks[hold.Site.Syntax] = (hold, "a path through " + SymbolNames.Short(body.Body) + " with an exception" + what);
                }
            }
        }

        foreach (KeyValuePair<SyntaxNode, (Hold Hold, string Detail)> leak in leaks)
        {
            Hold hold = leak.Value.Hold;
            body.Findings.Add(Sentences.Finding(facts, body, ViolationKind.Leak, leak.Key.GetLocation(), hold.Lock, hold.Primitive, hold.Mode, detail: Capital(leak.Value.Detail)));
        }
    }

    private static void ReportContract(BodyFacts body, Contract contract)
    {
        if (body.Body is not IMethodSymbol method || body.Exits.Count == 0 || contract.IsEmpty || contract.NoAnalysis)
        {
            return;
        }

        foreach (ContractLock acquired in contract.Acquires)
        {
            if (acquired.Place is { } place && body.Exits.Exists(exit => !exit.Holds(place, acquired.Shared)))
            {
                body.Findings.Add(Broken(method, "acquire '" + acquired.Path + "'", body.Exits.Exists(exit => exit.Holds(place, acquired.Shared)) ? "does not on every path" : "does not"));
            }
        }

        foreach (ContractLock released in contract.Releases)
        {
            if (released.Place is { } place && body.Exits.Exists(exit => exit.Holds(place, shared: true)))
            {
                body.Findings.Add(Broken(method, "release '" + released.Path + "'", body.Exits.Exists(exit => !exit.Holds(place, shared: true)) ? "does not on every path" : "does not"));
            }
        }

        foreach (ContractLock required in contract.Requires)
        {
            bool alsoReleases = contract.Releases.Any(released => released.Path == required.Path);
            if (required.Place is { } place && !alsoReleases && body.Exits.Exists(exit => !exit.Holds(place, shared: true)))
            {
                body.Findings.Add(Broken(method, "keep '" + required.Path + "' held", "releases it"));
            }
        }

        foreach (ContractTry promised in contract.Tries)
        {
            if (promised.Lock.Place is { } tried && body.Exits.Exists(exit => BreaksTry(exit, promised, tried, contract)))
            {
                body.Findings.Add(Broken(method, "acquire '" + promised.Lock.Path + "' exactly when it returns " + (promised.Success ? "true" : "false"), "does not"));
            }
        }
    }

    private static bool BreaksTry(PathState exit, ContractTry promised, Place tried, Contract contract)
    {
        switch (exit.Returned)
        {
            case BoolValue { Is: var told }:
                return (told == promised.Success) != exit.Holds(tried, promised.Lock.Shared);
            case TryValue given when SuccessOf(given, tried) is { } success:
                return success != promised.Success;
            case TryValue given:
                // Of several locks only some are tried. A try that obtains none of them may go by other names.
                return !exit.Holds(tried, promised.Lock.Shared) && contract.Tries.Any(other => other.Lock.Place is { } place && SuccessOf(given, place) is not null);
            default:
                return false;
        }
    }

    private static bool? SuccessOf(TryValue given, Place tried) =>
        given.Lock.Equals(tried) ? given.Success : given.Others.FirstOrDefault(other => other.Lock.Equals(tried))?.Success;

    private static Finding Broken(IMethodSymbol method, string promise, string fact) =>
        new(RuleIds.BrokenContract, method.Locations.FirstOrDefault() ?? Location.None, [SymbolNames.Short(method), promise, fact]);

    private static bool IsPromised(Contract contract, PathState exit, Hold hold) =>
        contract.Acquires.Any(acquired => acquired.Place is { } place && place.Equals(hold.Lock))
        || contract.Requires.Any(required => required.Place is { } place && place.Equals(hold.Lock))
        || contract.AcquiresScope
        || contract.Tries.Any(tried => tried.Lock.Place is { } place && place.Equals(hold.Lock) && !(exit.Returned is BoolValue { Is: var told } && told != tried.Success));

    // `return true` with the lock, `return false` without: a try of its own.
    private static bool IsTriedAndTold(PathState exit, BodyFacts body) =>
        exit.Returned is BoolValue { Is: true } && body.Exits.TrueForAll(other => other.Returned is BoolValue) && body.Exits.Exists(other => other.Returned is BoolValue { Is: false })
        && body.Exits.TrueForAll(other => other.Returned is BoolValue { Is: var told } && (other.Held.Length > 0) == told);

    private static bool GivesScope(CompilationFacts facts, ISymbol body, PathState exit, Hold hold)
    {
        if (exit.Returned is ScopeValue scope)
        {
            return scope.Locks.Any(held => held.Lock.Equals(hold.Lock));
        }

        return body is IMethodSymbol method && (method.MethodKind == MethodKind.Constructor
            ? facts.Types.IsDisposable(method.ContainingType)
            : facts.Types.IsDisposable(facts.Types.Awaited(method.ReturnType)));
    }

    private static bool IsLambda(ISymbol body) => body is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);

    private static string FirstLine(string text)
    {
        int end = text.IndexOfAny(['\r', '\n']);
        string line = end < 0 ? text : text.Substring(0, end);
        return line.Length > 60 ? line.Substring(0, 57) + "..." : line;
    }
}
