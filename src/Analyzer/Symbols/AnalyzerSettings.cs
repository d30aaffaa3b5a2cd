using System.Globalization;
using LockGraph.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LockGraph.Analyzer;

/// <summary>The options of <c>.editorconfig</c> that concern a whole compilation.</summary>
/// <remarks>Read from the options of the first source file and the global ones: an order of locks belongs to no folder.</remarks>
internal sealed class AnalyzerSettings
{
    /// <summary>lockdep's depth.</summary>
    public const int DefaultHeldLimit = 48;

    private readonly Dictionary<string, LockMode> _scopeMethods = new(StringComparer.Ordinal);

    private AnalyzerSettings()
    {
    }

    public int HeldLimit { get; private set; } = DefaultHeldLimit;

    /// <summary>Further methods whose call blocks: <c>Namespace.Type.Method</c>.</summary>
    public IReadOnlyCollection<string> BlockingCalls { get; private set; } = [];

    /// <summary>True raises the hidden finding on unknown code under a lock to an information.</summary>
    public bool ExternalCallbacks { get; private set; }

    /// <summary>True raises the hidden finding on inferred guards to an information.</summary>
    public bool InferGuards { get; private set; }

    /// <summary>How many calls deep acquisitions are followed; unlimited by default.</summary>
    public int MaxCallDepth { get; private set; } = int.MaxValue;

    /// <summary>Beginnings of names of types and namespaces whose code is not looked at.</summary>
    public IReadOnlyCollection<string> Excluded { get; private set; } = [];

    public static AnalyzerSettings Read(AnalyzerConfigOptionsProvider provider, Compilation compilation)
    {
        var settings = new AnalyzerSettings();
        AnalyzerConfigOptions? local = compilation.SyntaxTrees.FirstOrDefault() is { } tree ? provider.GetOptions(tree) : null;
        string? Find(string key) =>
            (local is not null && local.TryGetValue(key, out string? value)) || provider.GlobalOptions.TryGetValue(key, out value) ? value : null;

        settings.HeldLimit = Number(Find(OptionNames.HeldLimit)) ?? DefaultHeldLimit;
        settings.MaxCallDepth = Number(Find(OptionNames.MaxCallDepth)) ?? int.MaxValue;
        settings.ExternalCallbacks = IsTrue(Find(OptionNames.ExternalCallbacks));
        settings.InferGuards = IsTrue(Find(OptionNames.InferGuards));
        settings.BlockingCalls = [.. List(Find(OptionNames.BlockingCalls))];
        settings.Excluded = [.. List(Find(OptionNames.Exclude))];
        foreach (string entry in List(Find(OptionNames.ScopeMethods)))
        {
            int colon = entry.LastIndexOf(':');
            string name = colon < 0 ? entry : entry.Substring(0, colon);
            settings._scopeMethods[name] = colon >= 0 && string.Equals(entry.Substring(colon + 1), "read", StringComparison.OrdinalIgnoreCase) ? LockMode.Read : LockMode.Write;
        }

        return settings;
    }

    /// <summary>These settings for a program of several projects: what any of them leaves out, calls blocking, or adds to the tables.</summary>
    public AnalyzerSettings Join(AnalyzerSettings other)
    {
        var joined = new AnalyzerSettings
        {
            HeldLimit = HeldLimit,
            MaxCallDepth = MaxCallDepth,
            ExternalCallbacks = ExternalCallbacks,
            InferGuards = InferGuards,
            BlockingCalls = [.. BlockingCalls.Union(other.BlockingCalls, StringComparer.Ordinal)],
            Excluded = [.. Excluded.Union(other.Excluded, StringComparer.Ordinal)],
        };
        foreach (KeyValuePair<string, LockMode> method in other._scopeMethods.Concat(_scopeMethods))
        {
            joined._scopeMethods[method.Key] = method.Value;
        }

        return joined;
    }

    /// <summary>The mode that a method of the user's own table acquires, or <see langword="null"/>.</summary>
    public LockMode? ScopeMethodOf(IMethodSymbol method) =>
        _scopeMethods.Count > 0 && _scopeMethods.TryGetValue(SymbolNames.Of(method.OriginalDefinition), out LockMode mode) ? mode : null;

    /// <summary>True when the code of a type is not looked at.</summary>
    public bool IsExcluded(INamedTypeSymbol? type)
    {
        if (Excluded.Count == 0 || type is null)
        {
            return false;
        }

        string name = SymbolNames.Of(type);
        return Excluded.Any(excluded => name == excluded || (name.StartsWith(excluded, StringComparison.Ordinal) && name[excluded.Length] == '.'));
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> List(string? text) =>
        (text ?? "").Split([','], StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim()).Where(part => part.Length > 0);
}
