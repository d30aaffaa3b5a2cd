using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What keeps two paths to one point apart: the locks they hold, which objects their variables are, and which constants their parameters became.</summary>
internal readonly struct PathSignature : IEquatable<PathSignature>
{
    private readonly ImmutableArray<Hold> _held;
    private readonly ImmutableArray<(object Variable, Value Value)> _objects;
    private readonly ImmutableHashSet<Place> _owed;
    private readonly bool _suspended;
    private readonly Value? _returned;

    private PathSignature(PathState state, ImmutableArray<(object Variable, Value Value)> objects)
    {
        _held = state.Held;
        _owed = state.Owed;
        _suspended = state.Suspended;
        _returned = state.Returned is BoolValue or ScopeValue or TryValue ? state.Returned : null;
        _objects = objects;
    }

    public static PathSignature Of(PathState state, bool withVariables)
    {
        ImmutableArray<(object, Value)>.Builder? objects = null;
        if (withVariables)
        {
            foreach (KeyValuePair<object, Value> variable in state.Variables)
            {
                if (variable is { Key: ILocalSymbol or CaptureId, Value: PlaceValue { Place.Kind: not PlaceKind.Fresh and not PlaceKind.Result } or TupleValue }
                    or { Key: IParameterSymbol, Value: BoolValue or NullValue })
                {
                    (objects ??= ImmutableArray.CreateBuilder<(object, Value)>()).Add((variable.Key, variable.Value));
                }
            }

            objects?.Sort((left, right) => Order(left.Item1).CompareTo(Order(right.Item1)));
        }

        return new PathSignature(state, objects is null ? ImmutableArray<(object, Value)>.Empty : objects.ToImmutable());
    }

    // Any order will do that is the same for equal sets.
    private static int Order(object variable) => variable is ISymbol { Locations: [var at, ..] } ? at.SourceSpan.Start : ~variable.GetHashCode();

    public bool Equals(PathSignature other)
    {
        if (_suspended != other._suspended || _owed.Count != other._owed.Count || !_owed.SetEquals(other._owed) || _held.Length != other._held.Length || _objects.Length != other._objects.Length || !Equals(_returned, other._returned))
        {
            return false;
        }

        for (int i = 0; i < _held.Length; i++)
        {
            if (!_held[i].Equals(other._held[i]))
            {
                return false;
            }
        }

        for (int i = 0; i < _objects.Length; i++)
        {
            if (!_objects[i].Variable.Equals(other._objects[i].Variable) || !_objects[i].Value.Equals(other._objects[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is PathSignature other && Equals(other);

    public override int GetHashCode()
    {
        int hash = _objects.Length;
        foreach (Hold hold in _held)
        {
            hash = unchecked((hash * 31) + hold.GetHashCode());
        }

        return hash;
    }
}
