using System.Text.Json;

namespace LockGraph.Cli.Tests.Conformance;

/// <summary>A case of another validator's suite.</summary>
/// <param name="Name">Its name, unique in its file.</param>
/// <param name="Expect"><c>ok</c> or <c>violation</c>.</param>
/// <param name="ViolationAt">The event at which its source reports first, where that is known.</param>
/// <param name="Json">The trace.</param>
public sealed record ConformanceCase(string Name, string Expect, long? ViolationAt, string Json)
{
    /// <summary>The cases of a file.</summary>
    public static IReadOnlyList<ConformanceCase> Of(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(PathOf(file)));
        return [.. document.RootElement.EnumerateArray().Select(Read)];
    }

    /// <summary>Where a file of the suite is.</summary>
    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Conformance", file);

    private static ConformanceCase Read(JsonElement element) => new(
        element.GetProperty("name").GetString()!,
        element.GetProperty("expect").GetString()!,
        element.TryGetProperty("violationAt", out JsonElement at) && at.ValueKind == JsonValueKind.Number ? at.GetInt64() : null,
        element.GetRawText());
}
