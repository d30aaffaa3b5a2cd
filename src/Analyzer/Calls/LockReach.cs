using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Which bodies lead to anything that matters under a lock: by the calls that the compiler resolved, before any path is followed.</summary>
/// <remarks>
/// Names alone let nearly everything through, and to interpret a body costs several times what a walk over it does. <see cref="Note"/> is thread-safe;
/// the rest is asked by the rules of the whole program, on one thread.
/// </remarks>
internal sealed class LockReach
{
    private readonly ConcurrentDictionary<SyntaxNode, IReadOnlyCollection<IMethodSymbol>> _calls = [];
    private readonly Dictionary<SyntaxNode, bool> _leads = [];
    private readonly CompilationFacts _facts;
    private readonly CancellationToken _cancellation;

    public LockReach(CompilationFacts facts, CancellationToken cancellation)
    {
        _facts = facts;
        _cancellation = cancellation;
    }

    /// <summary>Takes a body from the compiler, which has it at hand: to ask for it later is to have it bound again.</summary>
    public void Note(SyntaxNode body, IOperation root)
    {
        if (_facts.Index.EntryAt(body) is { } entry && !Matters(entry))
        {
            _calls.TryAdd(body, BodyCalls.Of(root, _facts.RunsSource));
        }
    }

    /// <summary>False for a method from whose body no call leads to a lock, to a wait, or to code that it was given.</summary>
    public bool Leads(IMethodSymbol method) => !_facts.Contracts.Of(method).IsEmpty || _facts.BodyOf(method) is not { } body || Leads(body);

    private bool Leads(SyntaxNode asked)
    {
        if (_leads.TryGetValue(asked, out bool known))
        {
            return known;
        }

        var seen = new HashSet<SyntaxNode> { asked };
        var open = new Stack<SyntaxNode>(seen);
        var callers = new Dictionary<SyntaxNode, List<SyntaxNode>>();
        var leading = new Queue<SyntaxNode>();
        while (open.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            SyntaxNode caller = open.Pop();
            if (_facts.Index.EntryAt(caller) is not { } entry || Matters(entry))
            {
                leading.Enqueue(caller);
                continue;
            }

            foreach (SyntaxNode callee in Callees(caller))
            {
                if (_leads.TryGetValue(callee, out bool leads))
                {
                    if (leads)
                    {
                        leading.Enqueue(caller);
                    }

                    continue;
                }

                if (!callers.TryGetValue(callee, out List<SyntaxNode>? its))
                {
                    callers.Add(callee, its = []);
                }

                its.Add(caller);
                if (seen.Add(callee))
                {
                    open.Push(callee);
                }
            }
        }

        while (leading.Count > 0)
        {
            SyntaxNode body = leading.Dequeue();
            if (_leads.ContainsKey(body))
            {
                continue;
            }

            _leads.Add(body, true);
            foreach (SyntaxNode caller in callers.TryGetValue(body, out List<SyntaxNode>? its) ? its : [])
            {
                leading.Enqueue(caller);
            }
        }

        // All that can be reached from here was looked at, so what does not lead now never will.
        foreach (SyntaxNode body in seen)
        {
            if (!_leads.ContainsKey(body))
            {
                _leads.Add(body, false);
            }
        }

        return _leads[asked];
    }

    private IEnumerable<SyntaxNode> Callees(SyntaxNode body) =>
        _calls.GetOrAdd(body, Read).Where(_facts.MayLock).SelectMany(_facts.Overrides.Of).Where(_facts.MayLock).Select(_facts.BodyOf).OfType<SyntaxNode>();

    private IReadOnlyCollection<IMethodSymbol> Read(SyntaxNode body) =>
        _facts.ModelOf(body.SyntaxTree).GetOperation(body, _cancellation) is { } root ? BodyCalls.Of(root, _facts.RunsSource) : [];

    private bool Matters(BodyEntry entry) => entry.UsesParameters || _facts.Index.MattersUnderLock(entry) || _facts.Index.IsWorthALook(entry);
}
