using System.Resources;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>The texts of <c>Strings.resx</c>. Each rule has three, named by its id and what they are.</summary>
internal static class Strings
{
    public static ResourceManager Resources { get; } = new("LockGraph.Analyzer.Strings", typeof(Strings).Assembly);

    public static LocalizableString TitleOf(string id) => Text(id + "Title");

    public static LocalizableString MessageOf(string id) => Text(id + "Message");

    public static LocalizableString DescriptionOf(string id) => Text(id + "Description");

    private static LocalizableResourceString Text(string name) => new(name, Resources, typeof(Strings));
}
