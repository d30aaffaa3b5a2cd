using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>Looks for the body that does the other half of an acquisition or release.</summary>
internal static class Partners
{
    private static readonly HashSet<string> _acquire = new(StringComparer.Ordinal)
    {
        "Enter", "TryEnter", "EnterScope", "EnterReadLock", "EnterWriteLock", "EnterUpgradeableReadLock", "TryEnterReadLock", "TryEnterWriteLock",
        "TryEnterUpgradeableReadLock", "AcquireReaderLock", "AcquireWriterLock", "Wait", "WaitAsync", "WaitOne",
    };

    private static readonly HashSet<string> _release = new(StringComparer.Ordinal)
    {
        "Exit", "ExitReadLock", "ExitWriteLock", "ExitUpgradeableReadLock", "ReleaseReaderLock", "ReleaseWriterLock", "ReleaseLock", "Release", "ReleaseMutex", "Dispose",
    };

    /// <summary>True when a body of the type, other than the one given, does only the wanted half with a lock of the name.</summary>
    /// <param name="type">The declaration of the type.</param>
    /// <param name="own">The body that looks for its partner.</param>
    /// <param name="name">The name of the lock member.</param>
    /// <param name="acquires">Whether the acquiring half is wanted.</param>
    /// <param name="index">The sources.</param>
    public static bool Exist(SyntaxNode type, SyntaxNode? own, string name, bool acquires, SourceIndex index)
    {
        foreach (SyntaxNode node in type.DescendantNodes())
        {
            if (ReferenceEquals(node, own) || index.EntryAt(node) is not { } entry)
            {
                continue;
            }

            // What a constructor took, whatever it calls it, Dispose gives back.
            if (own is MethodDeclarationSyntax { Identifier.ValueText: "Dispose" or "DisposeAsync" } && acquires && node is ConstructorDeclarationSyntax && entry.Mentions.Overlaps(_acquire))
            {
                return true;
            }

            if (name != "this" && !entry.Mentions.Contains(name))
            {
                continue;
            }

            // What a catch block gives back was not handed over.
            if (Count(node, name, acquires ? _acquire : _release, inCatch: !acquires) > Count(node, name, acquires ? _release : _acquire, inCatch: acquires is false))
            {
                return true;
            }
        }

        return false;
    }

    private static int Count(SyntaxNode body, string name, HashSet<string> members, bool inCatch)
    {
        int count = 0;
        foreach (InvocationExpressionSyntax call in body.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            string? called = call.Expression switch
            {
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
                MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
                _ => null,
            };
            if (called is not null && members.Contains(called) && Names(call, name) && (inCatch || call.FirstAncestorOrSelf<CatchClauseSyntax>() is null))
            {
                count++;
            }
        }

        return count;
    }

    private static bool Names(InvocationExpressionSyntax call, string name) =>
        call.DescendantNodes().Any(node => name == "this" ? node is ThisExpressionSyntax : node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name);
}
