using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>What code needs of an object that a new one does not have yet: behind a reference that is not there, nobody takes a lock.</summary>
internal static class Unset
{
    /// <summary>The reference that must be there to get at a lock; <see langword="null"/> for a lock of an object that the body has anyway.</summary>
    public static Place? NeedOf(Place wanted) => wanted.Owner is { } owner ? NeedOfReceiver(owner) : null;

    /// <summary>The same, to call a method of an object.</summary>
    public static Place? NeedOfReceiver(Place? receiver)
    {
        Place? at = receiver;
        while (at is { Depth: > 2 })
        {
            at = at.Owner;
        }

        return at is { Kind: PlaceKind.Member, Owner.Kind: PlaceKind.This or PlaceKind.Parameter or PlaceKind.Fresh } ? at : null;
    }

    public static ImmutableHashSet<Place> NeedsOf(Place wanted) => NeedOf(wanted) is { } need ? ImmutableHashSet.Create(need) : ImmutableHashSet<Place>.Empty;

    /// <summary>What a caller needs for what a callee needs; <see langword="null"/> when it has not got it.</summary>
    public static ImmutableHashSet<Place>? Needs(CallEvent call, ImmutableHashSet<Place> callee, Func<Place, Place> bound)
    {
        ImmutableHashSet<Place> needs = NeedOfReceiver(call.Receiver) is { } own ? ImmutableHashSet.Create(own) : ImmutableHashSet<Place>.Empty;
        foreach (Place need in callee)
        {
            Place here = bound(need);
            if (call.PassesNew && IsMissing(call.Assigned, here))
            {
                return null;
            }

            needs = NeedOfReceiver(here) is { } known ? needs.Add(known) : needs;
        }

        return needs;
    }

    private static bool IsMissing(ImmutableHashSet<(Place Owner, string Member)> assigned, Place reference) =>
        reference is { Kind: PlaceKind.Member, Owner: { Kind: PlaceKind.Fresh, IsHandedOn: false, Symbol.DeclaringSyntaxReferences.Length: > 0 } made, Symbol: { } member }
        && IsPlain(member) && !assigned.Contains((made, member.Name));

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
