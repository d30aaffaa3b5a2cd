using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>The locks that a summary speaks of, each under a key that is the same every time.</summary>
internal sealed class LockTable
{
    private readonly CompilationFacts _facts;
    private readonly EventJudge _names;
    private readonly SortedDictionary<string, SummarizedLock> _locks = new(StringComparer.Ordinal);

    public LockTable(CompilationFacts facts, DeclaredOrder declared)
    {
        _facts = facts;
        _names = new EventJudge(facts, declared);
    }

    /// <summary>The locks, in the order of their keys.</summary>
    public IReadOnlyList<SummarizedLock> Locks => [.. _locks.Values];

    /// <summary>The place of each key in <see cref="Locks"/>.</summary>
    public Dictionary<string, int> Numbers() => _locks.Keys.Select((key, index) => (key, index)).ToDictionary(pair => pair.key, pair => pair.index, StringComparer.Ordinal);

    /// <summary>The lock at a place in the words of a body: under the name that its creator has for it, with its key.</summary>
    /// <returns>No key for one that was handed in as it is; <see langword="null"/> for what has no class, or one that only this program knows.</returns>
    public (Place Place, string? Key)? Find(ISymbol body, Place place, LockPrimitive primitive)
    {
        Place origin = _names.AtOrigin(body, place);
        if (origin is { Kind: PlaceKind.Parameter, Owner: null })
        {
            return (origin, null);
        }

        return _facts.Classes.Resolve(origin, primitive) is { Class.IsPseudo: false } resolved ? (origin, KeyOf(resolved, origin)) : null;
    }

    /// <summary>The key of a lock whose class is known.</summary>
    public string KeyOf(ResolvedLock resolved, Place place)
    {
        SummarizedLock? told = place.Kind == PlaceKind.Named ? _facts.Summaries.LockOf(place.Key!) : null;
        bool isMember = place is { Kind: PlaceKind.Member or PlaceKind.Static, Symbol: IFieldSymbol or IPropertySymbol };

        // A class that belongs to the object in the member, and not to the member, tells nothing of the member.
        string id = told?.Id ?? (isMember && _facts.Classes.Of(place.Symbol!).Class.Name == resolved.Class.Name ? PlaceText.IdOf(place.Symbol!) : "");
        string key = resolved.Name + "\t" + id;
        if (!_locks.ContainsKey(key))
        {
            LockClass @class = resolved.Class;
            LockPrimitive primitive = LockPrimitive.All.FirstOrDefault(known => known.Name == @class.Primitive) ?? LockPrimitive.Monitor;
            _locks.Add(key, new SummarizedLock(
                id, @class.Name, resolved.Subclass, primitive, @class.Reentrant ?? primitive.Reentrant, @class.Nesting == SameClassNesting.NeedsOrder, @class.MaxHeld));
        }

        return key;
    }
}
