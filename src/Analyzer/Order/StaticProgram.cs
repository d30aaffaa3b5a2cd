using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>The bodies of a program that matter, and those among them that are entered with nothing held.</summary>
internal sealed class StaticProgram
{
    private readonly CompilationFacts _facts;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<BodyFacts> _known = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public StaticProgram(CompilationFacts facts, CancellationToken cancellation)
    {
        _facts = facts;
        _cancellation = cancellation;
        Delegates = new DelegateTargets(facts, cancellation);
        Calls = new CallGraph(facts, Delegates, new ReceiverTypes(facts, cancellation), facts.MayLock);
        Collect();
        FindRoots();
        Composer = new SummaryComposer(Calls, Roots, facts.Settings.MaxCallDepth, cancellation);
    }

    public DelegateTargets Delegates { get; }

    public CallGraph Calls { get; }

    public SummaryComposer Composer { get; }

    /// <summary>Every body that was looked at, in the order of the sources.</summary>
    public IReadOnlyList<BodyFacts> Bodies { get; private set; } = [];

    /// <summary>Bodies that somebody may enter with nothing held.</summary>
    public HashSet<BodyFacts> Roots { get; } = [];

    /// <summary>Bodies that run while somebody waits for them, with the pseudo-lock of the wait.</summary>
    public Dictionary<BodyFacts, Place> Waited { get; } = [];

    /// <summary>True for a program in which some body locks, or hands something to what locks.</summary>
    public static bool IsWorthALook(CompilationFacts facts) =>
        facts.Index.Trees.Any(tree => tree.Bodies.Any(entry => facts.Index.IsWorthALook(entry) || (!facts.Summaries.IsEmpty && facts.Index.HandsToLocker(entry))));

    private void Collect()
    {
        var work = new Queue<BodyFacts>();
        foreach (TreeIndex tree in _facts.Index.Trees)
        {
            foreach (BodyEntry entry in tree.Bodies)
            {
                _cancellation.ThrowIfCancellationRequested();
                if ((_facts.Index.IsWorthALook(entry) || _facts.Index.HandsToLocker(entry)) && _facts.FactsOf(entry.Declaration) is { } body)
                {
                    Add(body, work);
                }
            }
        }

        // Members of other assemblies that call what is overridden or subscribed to here, under their own locks.
        foreach (BodyFacts body in _facts.Summaries.Raises())
        {
            Add(body, work);
        }

        // Only what runs under a lock is followed, and then all the way.
        var followed = new HashSet<BodyFacts>();
        var under = new Queue<BodyFacts>();
        while (work.Count > 0 || under.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            bool isUnder = under.Count > 0;
            BodyFacts body = isUnder ? under.Dequeue() : work.Dequeue();
            foreach (ResolvedCall call in isUnder ? Calls.CallsOf(body) : Calls.CallsOf(body, SummaryComposer.MattersAtRoot))
            {
                Add(call.Callee, work);
                if (followed.Add(call.Callee))
                {
                    under.Enqueue(call.Callee);
                }

                if (call.Wait is { } wait && !call.Call.Held.IsEmpty)
                {
                    Waited[call.Callee] = wait;
                }
            }
        }

        _names.UnionWith(_known.Select(body => body.Body).OfType<IMethodSymbol>().Select(CompilationFacts.NameOf));
        Bodies = BodyFacts.InOrder(_known);
    }

    private void Add(BodyFacts body, Queue<BodyFacts> work)
    {
        if (!body.IsPart && _known.Add(body))
        {
            work.Enqueue(body);
            foreach (BodyFacts nested in body.Nested)
            {
                Add(nested, work);
            }
        }
    }

    private void FindRoots()
    {
        var calledFrom = new Dictionary<BodyFacts, List<(BodyFacts Caller, bool Bare)>>();
        foreach (BodyFacts body in Bodies)
        {
            // Calls of bodies that were not looked at are found by name below.
            foreach (ResolvedCall call in Calls.CallsOf(body, call => call.Target is null || call.Kind != CallKind.Now || MayBeKnown(call.Target)))
            {
                if (!calledFrom.TryGetValue(call.Callee, out List<(BodyFacts, bool)>? callers))
                {
                    calledFrom.Add(call.Callee, callers = []);
                }

                callers.Add((body, call.Call.Held.IsEmpty || call.Call.Kind != CallKind.Now));
            }
        }

        var work = new Queue<BodyFacts>();
        foreach (BodyFacts body in Bodies)
        {
            if (Waited.ContainsKey(body) || IsEntered(body, calledFrom.ContainsKey(body)))
            {
                Roots.Add(body);
                work.Enqueue(body);
            }
        }

        ILookup<BodyFacts, BodyFacts> bare = calledFrom.SelectMany(pair => pair.Value.Where(caller => caller.Bare).Select(caller => (caller.Caller, pair.Key)))
            .ToLookup(pair => pair.Caller, pair => pair.Key);
        while (work.Count > 0)
        {
            foreach (BodyFacts callee in bare[work.Dequeue()])
            {
                if (Roots.Add(callee))
                {
                    work.Enqueue(callee);
                }
            }
        }
    }

    private bool MayBeKnown(IMethodSymbol target) =>
        target.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction || _names.Contains(CompilationFacts.NameOf(target));

    /// <summary>True for a body that code we do not see may call: from another assembly, by a delegate, by a body that was not looked at.</summary>
    private bool IsEntered(BodyFacts body, bool isCalled)
    {
        if (body.Body is not IMethodSymbol method)
        {
            return true;
        }

        if (method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction)
        {
            return !isCalled;
        }

        if (method.MethodKind is MethodKind.StaticConstructor or MethodKind.Destructor or MethodKind.ExplicitInterfaceImplementation
            || method.IsOverride || method.IsVirtual || ImplementsInterface(method) || IsEntryPoint(method) || Visibility.IsOutside(method))
        {
            return true;
        }

        if (method.DeclaredAccessibility == Accessibility.Private || isCalled)
        {
            return MentionedElsewhere(method, body);
        }

        return true;
    }

    // Named in a body that was not looked at, or as a value: whoever that is holds nothing that we know of.
    private bool MentionedElsewhere(IMethodSymbol method, BodyFacts own)
    {
        foreach (BodyEntry entry in _facts.Index.Mentioning(CompilationFacts.NameOf(method), WhoSees(method)))
        {
            BodyFacts? facts = _facts.Index.IsWorthALook(entry) ? _facts.FactsOf(entry.Declaration) : null;
            if (facts is null || !_known.Contains(facts))
            {
                if (MaySee(method, entry.Declaration))
                {
                    return true;
                }
            }
            else if (!ReferenceEquals(facts, own) && IsUsedAsValue(method, entry.Declaration))
            {
                return true;
            }
        }

        return false;
    }

    // The files of its type see a private method, and no other.
    private static INamedTypeSymbol? WhoSees(IMethodSymbol method) => method.DeclaredAccessibility == Accessibility.Private ? method.ContainingType : null;

    private static bool MaySee(IMethodSymbol method, SyntaxNode user) =>
        method.DeclaredAccessibility != Accessibility.Private
        || method.ContainingType.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == user.SyntaxTree && reference.Span.Contains(user.Span));

    private bool IsUsedAsValue(IMethodSymbol method, SyntaxNode body)
    {
        foreach (SimpleNameSyntax name in body.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (name.Identifier.ValueText != method.Name)
            {
                continue;
            }

            SyntaxNode at = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
            if (at.Parent is not InvocationExpressionSyntax { Expression: { } called } || called != at)
            {
                if (SymbolEqualityComparer.Default.Equals(_facts.ModelOf(body.SyntaxTree).GetSymbolInfo(name, _cancellation).Symbol?.OriginalDefinition, method.OriginalDefinition))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsEntryPoint(IMethodSymbol method) =>
        method.Name == "<Main>$" || (method is { IsStatic: true, Name: "Main" } && _facts.Compilations.Any(compilation => compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication));

    private static bool ImplementsInterface(IMethodSymbol method)
    {
        if (method.DeclaredAccessibility != Accessibility.Public)
        {
            return false;
        }

        foreach (INamedTypeSymbol face in method.ContainingType.AllInterfaces)
        {
            foreach (ISymbol member in face.GetMembers(method.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
