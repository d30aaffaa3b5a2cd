using Microsoft.CodeAnalysis.CSharp;

namespace LockGraph.CodeFixes;

/// <summary>Versions of the language that are younger than the compiler which this is compiled against.</summary>
internal static class LanguageVersions
{
    /// <summary>The first version whose <c>lock</c> knows <c>System.Threading.Lock</c>, and which lets ref structs into asynchronous methods.</summary>
    public const LanguageVersion CSharp13 = (LanguageVersion)1300;
}
