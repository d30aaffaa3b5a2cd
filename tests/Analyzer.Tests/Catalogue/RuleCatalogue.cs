using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer.Tests.Catalogue;

/// <summary>The rules as the ring is measured against them.</summary>
internal static class RuleCatalogue
{
    /// <summary>The ids by their constants.</summary>
    public static IReadOnlyDictionary<string, string> Constants { get; } = typeof(RuleIds)
        .GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);

    public static IReadOnlyList<string> Ids { get; } = [.. Constants.Values.Order(StringComparer.Ordinal)];

    /// <summary>What each block of ids is about.</summary>
    public static IReadOnlyDictionary<string, string> CategoryOfBlock { get; } = new Dictionary<string, string>
    {
        ["LG1"] = "LockOrder",
        ["LG2"] = "LockDiscipline",
        ["LG3"] = "LockHazard",
        ["LG9"] = "LockAnnotation",
    };

    public static string TitleOf(string id) => Descriptors.Of(id).Title.ToString(CultureInfo.InvariantCulture);

    public static string DefaultOf(string id) => Descriptors.Of(id).DefaultSeverity.ToString().ToLowerInvariant();

    public static string Sentence(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
