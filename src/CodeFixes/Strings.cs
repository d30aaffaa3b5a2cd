using System.Resources;
using Microsoft.CodeAnalysis;

namespace LockGraph.CodeFixes;

/// <summary>The titles of <c>Strings.resx</c>, as the light bulb shows them.</summary>
internal static class Strings
{
    public static ResourceManager Resources { get; } = new("LockGraph.CodeFixes.Strings", typeof(Strings).Assembly);

    public static string Title(string name, params object[] arguments) =>
        new LocalizableResourceString(name, Resources, typeof(Strings), [.. arguments.Select(argument => argument.ToString())]).ToString();
}
