using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>LG2008: fields that are usually used under one lock, and here without it.</summary>
/// <remarks>
/// A guess, and so hidden unless asked for. It speaks only of private state of a type that changes after construction, and only when at least half
/// of its uses, one that changes it among them, hold the lock.
/// </remarks>
internal static class InferredGuards
{
    private static readonly HashSet<string> _mutators = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "Clear", "Insert", "InsertRange", "Enqueue", "Dequeue", "Push", "Pop", "TryAdd", "TryRemove", "TryDequeue",
        "TryPop", "AddFirst", "AddLast", "RemoveFirst", "RemoveLast", "Sort", "Reverse", "UnionWith", "ExceptWith", "IntersectWith", "SetLength",
    };

    public static IEnumerable<Finding> Judge(CompilationFacts facts, StaticProgram program, CancellationToken cancellation)
    {
        if (!facts.Infers)
        {
            return [];
        }

        var uses = new Dictionary<ISymbol, List<(FieldUse Use, BodyFacts Body)>>(SymbolEqualityComparer.Default);
        foreach (BodyFacts body in program.Bodies)
        {
            foreach (FieldUse use in body.FieldUses.Where(use => !use.Held.IsEmpty && MayBeGuarded(use.Field)))
            {
                if (!uses.ContainsKey(use.Field))
                {
                    uses.Add(use.Field, []);
                }
            }
        }

        foreach (ISymbol field in uses.Keys.ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            uses[field].AddRange(UsesOf(facts, field));
        }

        ILookup<BodyFacts, CallEvent> callers = program.Bodies.SelectMany(body => program.Calls.CallsOf(body, SummaryComposer.MattersAtRoot)).ToLookup(call => call.Callee, call => call.Call);
        return uses.OrderBy(entry => SymbolNames.Of(entry.Key), StringComparer.Ordinal).SelectMany(entry => Judge(entry.Key, entry.Value, program, callers)).ToList();
    }

    private static IEnumerable<Finding> Judge(
        ISymbol field, List<(FieldUse Use, BodyFacts Body)> uses, StaticProgram program, ILookup<BodyFacts, CallEvent> callers)
    {
        // An access that is atomic by itself needs no lock, and says nothing of the others.
        uses = uses.FindAll(entry => !IsLocked(entry.Use.Site.Syntax));
        if (uses.Count == 0 || uses.Exists(entry => IsAtomic(entry.Use.Site)))
        {
            yield break;
        }

        List<(SyntaxNode Site, HashSet<Place> Held, bool Changes)> sites = [.. uses
            .GroupBy(entry => entry.Use.Site.Syntax)
            .Select(group => (group.Key, Common([.. group.Select(entry => HeldAt(entry.Use, entry.Body, program, callers))]), group.Any(entry => Changes(entry.Use))))];
        Place? guard = sites.SelectMany(site => site.Held).GroupBy(place => place).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.ToString(), StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() * 2 >= sites.Count && sites.Any(site => site.Changes && site.Held.Contains(group.Key)))?.Key;
        if (guard is null)
        {
            yield break;
        }

        int held = sites.Count(site => site.Held.Contains(guard));
        foreach ((SyntaxNode site, HashSet<Place> under, _) in sites.Where(site => !site.Held.Contains(guard)))
        {
            _ = under;
            yield return new Finding(RuleIds.InferredGuard, site.GetLocation(), [SymbolNames.Short(field), guard.Symbol is { } member ? SymbolNames.Short(member) : guard.ToString(), held, sites.Count])
            {
                Properties = Properties.Of((DiagnosticProperties.Lock, guard.ToString())),
            };
        }
    }

    private static IEnumerable<(FieldUse Use, BodyFacts Body)> UsesOf(CompilationFacts facts, ISymbol field)
    {
        foreach (BodyEntry entry in facts.Index.Mentioning(field.Name))
        {
            bool inside = field.ContainingType.DeclaringSyntaxReferences.Any(
                reference => reference.SyntaxTree == entry.Declaration.SyntaxTree && reference.Span.Contains(entry.Declaration.Span));
            if (!inside || entry.Declaration is EqualsValueClauseSyntax || facts.FactsOf(entry.Declaration) is not { } body)
            {
                continue;
            }

            foreach (BodyFacts part in body.Nested.Prepend(body))
            {
                foreach (FieldUse use in part.FieldUses.Where(use => SymbolEqualityComparer.Default.Equals(use.Field.OriginalDefinition, field.OriginalDefinition)))
                {
                    yield return (use, part);
                }
            }
        }
    }

    // What every caller of a private helper holds, the helper holds.
    private static HashSet<Place> HeldAt(FieldUse use, BodyFacts body, StaticProgram program, ILookup<BodyFacts, CallEvent> callers)
    {
        var held = new HashSet<Place>(use.Held.Select(hold => hold.Lock));
        List<CallEvent> calls = [.. callers[body]];
        if (!program.Roots.Contains(body) && calls.Count > 0)
        {
            held.UnionWith(Common([.. calls.Select(call => new HashSet<Place>(call.Held.Select(hold => hold.Lock)))]));
        }

        return held;
    }

    private static HashSet<Place> Common(IReadOnlyList<HashSet<Place>> sets)
    {
        var common = new HashSet<Place>(sets[0]);
        foreach (HashSet<Place> other in sets.Skip(1))
        {
            common.IntersectWith(other);
        }

        return common;
    }

    private static bool MayBeGuarded(ISymbol field) =>
        field is IFieldSymbol { IsConst: false, IsVolatile: false, DeclaredAccessibility: Accessibility.Private } known
        && (!known.IsReadOnly || IsMutableCollection(known.Type))
        && !AnnotationReader.Has(field, "GuardedBy")
        && known.Type.ContainingNamespace?.ToDisplayString() is not ("System.Threading" or "System.Collections.Concurrent" or "System.Collections.Immutable" or "LockGraph");

    private static bool IsMutableCollection(ITypeSymbol type) =>
        type is IArrayTypeSymbol || type.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections" or "System.Text";

    private static bool Changes(FieldUse use)
    {
        if (use.IsWrite)
        {
            return true;
        }

        return use.Site.Parent switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true } indexer => Access.Of(indexer) != AccessKind.Read,
            IArrayElementReferenceOperation element => Access.Of(element) != AccessKind.Read,
            IInvocationOperation call when ReferenceEquals(call.Instance, use.Site) => _mutators.Contains(call.TargetMethod.Name),
            _ => false,
        };
    }

    // A collection that is its own lock is used, not read, where it is locked.
    private static bool IsLocked(SyntaxNode site) =>
        site.Parent is LockStatementSyntax
        || site.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Monitor" } } } };

    private static bool IsAtomic(IOperation site) =>
        site.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Interlocked" or "Volatile" } };
}
