using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>Locks behind a reference that a new object does not have yet: nobody can take them, whatever the code would do with another object.</summary>
internal static class Unset
{
    /// <summary>Stands for all members of an object that code has got which nobody can look into.</summary>
    public const string Anything = "*";

    /// <summary>True when a lock, or one that would have to be held, lies behind a reference that a new object of the caller does not have when it calls.</summary>
    public static bool Is(CallEvent call, Place wanted, ImmutableArray<SummaryHold> held, Func<Place, Place> bound)
    {
        if (!call.PassesNew)
        {
            return false;
        }

        bool unset = Is(call.Assigned, wanted);
        foreach (SummaryHold hold in held)
        {
            unset = unset || Is(call.Assigned, bound(hold.Lock));
        }

        return unset;
    }

    public static bool Is(ImmutableHashSet<(Place Owner, string Member)> assigned, Place wanted)
    {
        if (wanted.Root is not { Kind: PlaceKind.Fresh, IsHandedOn: false, Symbol.DeclaringSyntaxReferences.Length: > 0 } made || wanted.Depth <= 2)
        {
            return false;
        }

        Place first = wanted;
        while (first.Depth > 2)
        {
            first = first.Owner!;
        }

        return first is { Kind: PlaceKind.Member, Symbol: { } member } && IsPlain(member)
            && !assigned.Contains((made, member.Name)) && !assigned.Contains((made, Anything));
    }

    // What has no code of its own, and a null to begin with.
    private static bool IsPlain(ISymbol member) => member switch
    {
        IFieldSymbol { IsStatic: false, Type.IsReferenceType: true } field => field.DeclaringSyntaxReferences.Length > 0,
        IPropertySymbol { IsStatic: false, IsIndexer: false, IsVirtual: false, IsOverride: false, IsAbstract: false, Type.IsReferenceType: true } property =>
            property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors }
            && accessors.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }),
        _ => false,
    };
}
