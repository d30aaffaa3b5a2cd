using System.Text.Json;

namespace LockGraph.Cli.Tests.Conformance;

/// <summary>A case that we decide otherwise than its source.</summary>
/// <param name="Name">The case.</param>
/// <param name="Verdict">Our verdict.</param>
/// <param name="Event">The event of our first report; none when we report nothing.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Reason">Why.</param>
public sealed record Deviation(string Name, string Verdict, long? Event, string? Kind, string Reason)
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);

    /// <summary>All of them, by case.</summary>
    public static IReadOnlyDictionary<string, Deviation> All { get; } =
        JsonSerializer.Deserialize<Deviation[]>(File.ReadAllBytes(ConformanceCase.PathOf("deviations.json")), _options)!
            .ToDictionary(deviation => deviation.Name, StringComparer.Ordinal);
}
