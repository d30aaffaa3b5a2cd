using System.Collections.Immutable;

namespace LockGraph.Analyzer;

/// <summary>Makes what a diagnostic carries for tools.</summary>
internal static class Properties
{
    public static ImmutableDictionary<string, string?> Of(params (string Key, string? Value)[] entries)
    {
        ImmutableDictionary<string, string?>.Builder properties = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach ((string key, string? value) in entries)
        {
            if (value is not null)
            {
                properties[key] = value;
            }
        }

        return properties.ToImmutable();
    }
}
