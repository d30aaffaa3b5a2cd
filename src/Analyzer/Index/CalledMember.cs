using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What a body does with a member that it mentions.</summary>
internal enum MemberUse
{
    /// <summary>Calls it, or reads it.</summary>
    Read,

    /// <summary>Sets it, and does not read it.</summary>
    Write,

    /// <summary>Both, or nobody knows.</summary>
    Any,

    /// <summary>Makes an object: the member is a constructor, named like its type.</summary>
    Create,
}

/// <summary>A member that a body mentions.</summary>
/// <param name="Name">The name, as <see cref="BodyEntry.Name"/> has it.</param>
/// <param name="Receiver">The way to the type of the receiver; <see langword="null"/> when nobody knows.</param>
/// <param name="IsUnqualified">True without a receiver: then <paramref name="Receiver"/> is the type whose code it is.</param>
/// <param name="Use">What is done with it.</param>
/// <param name="Arguments">With how many arguments it is called; -1 where that is not to be seen.</param>
internal readonly record struct CalledMember(string Name, TypeWay? Receiver, bool IsUnqualified, MemberUse Use, int Arguments)
{
    /// <summary>The name of what <c>new(…)</c> makes; the type is that of the receiver.</summary>
    public const string New = "new()";
}

/// <summary>A member where a body mentions it.</summary>
/// <param name="Member">The member.</param>
/// <param name="Site">The name, or the construct that stands for it.</param>
internal readonly record struct Mention(CalledMember Member, SyntaxNode Site);
