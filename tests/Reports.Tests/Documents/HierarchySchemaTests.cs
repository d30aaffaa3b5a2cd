using LockGraph.Core;
using NJsonSchema;

namespace LockGraph.Reports.Tests.Documents;

/// <summary>The published schema says what is written, and nothing that is never written.</summary>
public sealed class HierarchySchemaTests
{
    [Fact]
    public async Task EverySize_IsValid()
    {
        JsonSchema schema = await Schema();
        foreach (SnapshotBuilder hierarchy in new[] { Hierarchies.Luo(), Hierarchies.Ring(), Hierarchies.Large(), new SnapshotBuilder() })
        {
            Assert.Empty(schema.Validate(HierarchyDocument.Render("Example", hierarchy.Snapshot, hierarchy.Declared, HierarchyFormat.Json)));
        }
    }

    [Theory]
    [InlineData("\"layer\": 0", "\"layer\": \"top\"")]
    [InlineData("\"standing\": \"SeenOnly\"", "\"standing\": \"Perhaps\"")]
    [InlineData("\"found\": true", "\"fond\": true")]
    [InlineData("\"rule\": \"LG1002\"", "\"rule\": \"1002\"")]
    public async Task AnythingElse_IsNot(string written, string changed)
    {
        JsonSchema schema = await Schema();
        SnapshotBuilder hierarchy = Hierarchies.Ring();
        string json = HierarchyDocument.Render("Example", hierarchy.Snapshot, hierarchy.Declared, HierarchyFormat.Json);
        Assert.Contains(written, json, StringComparison.Ordinal);
        Assert.NotEmpty(schema.Validate(json.Replace(written, changed, StringComparison.Ordinal)));
    }

    [Fact]
    public void Words_AreThoseOfTheEnumerations()
    {
        string schema = Text();
        string[] names =
        [
            .. Enum.GetNames<WaitType>(), .. Enum.GetNames<SameClassNesting>(), .. Enum.GetNames<EdgeStanding>(), .. Enum.GetValues<LockMode>().Select(mode => mode.Word()),
        ];
        Assert.All(names, name => Assert.Contains($"\"{name}\"", schema, StringComparison.Ordinal));
    }

    // The validator knows definitions under their older name only.
    private static Task<JsonSchema> Schema() => JsonSchema.FromJsonAsync(Text().Replace("$defs", "definitions", StringComparison.Ordinal));

    private static string Text() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", "hierarchy.schema.json"));
}
