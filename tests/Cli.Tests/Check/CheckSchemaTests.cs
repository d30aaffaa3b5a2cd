using System.Text.Json;
using LockGraph.Cli.Check;
using NJsonSchema;

namespace LockGraph.Cli.Tests.Check;

/// <summary>What is written is what the published schemas say, with a baseline, without, and when a project is not checked.</summary>
public sealed class CheckSchemaTests : IDisposable
{
    private readonly CheckFolder _folder = new();

    [Theory]
    [InlineData("json", "check")]
    [InlineData("sarif", "check.sarif")]
    public async Task Document_IsValid(string format, string schema)
    {
        JsonSchema published = await Schema(schema);
        string path = _folder.File("c d.cs", CheckFolder.OneNesting);
        string baseline = Path.Combine(_folder.Root, "locks.json");
        Assert.Empty(published.Validate(CheckFolder.Check(new CheckRequest { Path = path, Format = format }).Output));

        CheckFolder.Check(new CheckRequest { Path = path, Baseline = baseline, WritesBaseline = true });
        Assert.Empty((await Schema("baseline")).Validate(_folder.Read("locks.json")));
        Assert.Empty(published.Validate(CheckFolder.Check(new CheckRequest { Path = path, Format = format, Baseline = baseline }).Output));
        _folder.File("c d.cs", "class C { void M() { lock (\"[a](b) {0}\") { } } }");
        Assert.Empty(published.Validate(CheckFolder.Check(new CheckRequest { Path = path, Format = format, Baseline = baseline }).Output));

        _folder.File("c d.cs", "class C {");
        Assert.Empty(published.Validate(CheckFolder.Check(new CheckRequest { Path = path, Format = format }).Output));
    }

    [Fact]
    public async Task Schema_RefusesWhatIsNotWritten()
    {
        JsonSchema published = await Schema("check.sarif");
        string path = _folder.File("c.cs", CheckFolder.OneNesting);
        string output = CheckFolder.Check(new CheckRequest { Path = path, Format = "sarif" }).Output;
        Assert.NotEmpty(published.Validate(output.Replace("\"ruleId\"", "\"rule\"", StringComparison.Ordinal)));
        Assert.NotEmpty(published.Validate(output.Replace("\"startLine\": 7", "\"startLine\": 0", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sarif_HasTheChainsTheRuleAndAFingerprintThatSurvivesMovedLines()
    {
        string path = _folder.File("c d.cs", CheckFolder.OneNesting);
        (JsonElement run, JsonElement result) = Sarif(path);
        JsonElement rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
        Assert.Equal(("LG1002", "https://example.org/LG1002.md"), (rule.GetProperty("id").GetString(), rule.GetProperty("helpUri").GetString()));
        JsonElement place = result.GetProperty("locations")[0];
        Assert.EndsWith("/c%20d.cs", place.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal("M:C.M", place.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
        Assert.Equal("C._a is acquired", result.GetProperty("relatedLocations")[0].GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(2, result.GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations").GetArrayLength());
        Assert.False(result.TryGetProperty("baselineState", out _));

        _folder.File("c d.cs", "\n\n" + CheckFolder.OneNesting);
        Assert.Equal(result.GetProperty("partialFingerprints").GetRawText(), Sarif(path).Result.GetProperty("partialFingerprints").GetRawText());
    }

    [Fact]
    public void SarifMessage_EscapesPlaceholdersAndLinks()
    {
        string path = _folder.File("c.cs", "class C { void M() { lock (\"s\") { } } }");
        Assert.Equal("\"s\": 100%, a \\[text](link) and {{braces}}", Sarif(path).Result.GetProperty("message").GetProperty("text").GetString());
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static (JsonElement Run, JsonElement Result) Sarif(string path)
    {
        using JsonDocument log = JsonDocument.Parse(CheckFolder.Check(new CheckRequest { Path = path, Format = "sarif" }).Output);
        JsonElement run = log.RootElement.GetProperty("runs")[0].Clone();
        return (run, Assert.Single(run.GetProperty("results").EnumerateArray()));
    }

    private static Task<JsonSchema> Schema(string name) => JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Schemas", name + ".schema.json"));
}
