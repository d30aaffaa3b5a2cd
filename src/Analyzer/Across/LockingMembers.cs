using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>The bodies of a program that lead to anything a summary tells of: found from the locks outwards, caller by caller.</summary>
/// <remarks>
/// A body that the rules have not looked at is looked at when it mentions a member that leads somewhere, and only then. Whether it calls that
/// member is asked of its symbols: by names alone half of a program leads to a lock.
/// </remarks>
internal sealed class LockingMembers
{
    private readonly CompilationFacts _facts;
    private readonly StaticProgram _program;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<BodyFacts> _found = [];
    private readonly Queue<BodyFacts> _work = new();

    private LockingMembers(CompilationFacts facts, StaticProgram program, CancellationToken cancellation)
    {
        _facts = facts;
        _program = program;
        _cancellation = cancellation;
    }

    /// <summary>The bodies, none of them a lambda or local function.</summary>
    public static IReadOnlyCollection<BodyFacts> Of(CompilationFacts facts, StaticProgram program, CancellationToken cancellation)
    {
        var members = new LockingMembers(facts, program, cancellation);
        members.Collect();
        return members._found;
    }

    private void Collect()
    {
        HashSet<string> elsewhere = [.. _facts.Summaries.Names];
        foreach (BodyEntry entry in _facts.Index.Trees.SelectMany(tree => tree.Bodies))
        {
            _cancellation.ThrowIfCancellationRequested();
            bool mentions = elsewhere.Count > 0 && entry.Mentions.Overlaps(elsewhere);
            if ((entry.Locks || entry.MattersUnderLock || entry.UsesParameters || mentions || _facts.Index.IsWorthALook(entry)) && _facts.FactsOf(entry.Declaration) is { } body
                && (DoesSomething(body) || (mentions && CallsElsewhere(body))))
            {
                Add(body);
            }
        }

        FindRaising();
        while (_work.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            BodyFacts body = _work.Dequeue();
            if (body.Body is not IMethodSymbol method)
            {
                continue;
            }

            string name = CompilationFacts.NameOf(method);
            bool isPrivate = method.DeclaredAccessibility == Accessibility.Private && method.MethodKind != MethodKind.ExplicitInterfaceImplementation;
            foreach (BodyEntry caller in _facts.Index.Mentioning(name, isPrivate ? method.ContainingType : null))
            {
                if (_facts.Index.MayLock(caller) && _facts.FactsOf(caller.Declaration) is { } facts && !_found.Contains(facts) && Calls(facts, name, body))
                {
                    Add(facts);
                }
            }
        }
    }

    private void Add(BodyFacts body)
    {
        if (_found.Add(body))
        {
            _work.Enqueue(body);
        }
    }

    /// <summary>Methods of a type that call open members, where the type calls them under its locks: <c>OnChanged</c>, <c>Raise</c>.</summary>
    private void FindRaising()
    {
        var callers = new Dictionary<BodyFacts, List<BodyFacts>>();
        var work = new Queue<BodyFacts>();
        List<BodyFacts> CallersOf(BodyFacts callee)
        {
            if (!callers.TryGetValue(callee, out List<BodyFacts>? known))
            {
                callers.Add(callee, known = []);
                work.Enqueue(callee);
            }

            return known;
        }

        foreach (BodyFacts callee in _program.Bodies.SelectMany(body => CalleesOfSameType(body, body.Calls.Where(call => !call.Held.IsEmpty))))
        {
            // Who calls it under a lock is known already, and nobody else matters.
            CallersOf(callee);
        }

        var raising = new Queue<BodyFacts>();
        while (work.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            BodyFacts body = work.Dequeue();
            List<CallEvent> calls = [.. WithNested(body).SelectMany(part => part.Calls)];
            if (calls.Exists(call => OverridableMembers.Of(call) is not null))
            {
                raising.Enqueue(body);
            }

            foreach (BodyFacts callee in CalleesOfSameType(body, calls))
            {
                CallersOf(callee).Add(body);
            }
        }

        var raised = new HashSet<BodyFacts>();
        while (raising.Count > 0)
        {
            BodyFacts body = raising.Dequeue();
            if (raised.Add(body))
            {
                callers[body].ForEach(raising.Enqueue);
            }
        }

        _found.UnionWith(raised);
    }

    private IEnumerable<BodyFacts> CalleesOfSameType(BodyFacts body, IEnumerable<CallEvent> calls) => calls
        .Select(call => call.Target is { } target && IsOfSameType(target, body) && _facts.BodyOf(target) is { } declaration ? _facts.FactsOf(declaration) : null).OfType<BodyFacts>();

    private static bool IsOfSameType(IMethodSymbol method, BodyFacts body)
    {
        for (INamedTypeSymbol? at = body.Body.ContainingType; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, method.ContainingType?.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private static bool DoesSomething(BodyFacts body) => body.Acquisitions.Count > 0 || body.Hazards.Exists(hazard => hazard.Kind == Hazard.Wait)
        || body.Calls.Exists(call => call.Delegate is { Kind: PlaceKind.Parameter } || (!call.Held.IsEmpty && OverridableMembers.Of(call) is not null)) || body.Nested.Exists(DoesSomething);

    private bool CallsElsewhere(BodyFacts body) => WithNested(body).Any(part => part.Calls.Exists(call => call.Target is { } target && _facts.Summaries.Knows(target)));

    private bool Calls(BodyFacts caller, string name, BodyFacts callee) => WithNested(caller).Any(part => _program.Calls
        .CallsOf(part, call => call.Target is { } target && CompilationFacts.NameOf(target) == name).Any(call => ReferenceEquals(call.Callee, callee)));

    private static IEnumerable<BodyFacts> WithNested(BodyFacts body) => body.Nested.Prepend(body);
}
