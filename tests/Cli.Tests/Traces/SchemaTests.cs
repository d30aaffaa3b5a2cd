using System.Text;
using System.Text.Json;
using LockGraph.Cli.Replay;
using LockGraph.Cli.Tests.Replay;
using LockGraph.Cli.Traces;
using LockGraph.Core;

namespace LockGraph.Cli.Tests.Traces;

/// <summary>The published schemas say what the code does.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void TraceSchema_HasTheMembersThatTheReaderKnows() =>
        Assert.Equal(JsonEventParser.MemberNames.Order(), EventProperties().EnumerateObject().Select(property => property.Name).Order());

    [Theory]
    [InlineData("op")]
    [InlineData("mode")]
    [InlineData("waitType")]
    public void TraceSchema_HasTheWordsThatTheReaderKnows(string member)
    {
        string[] schema = [.. Words(EventProperties().GetProperty(member))];
        Assert.Equal(JsonEventParser.WordsOf(member).Order(), schema.Order());
    }

    [Fact]
    public void ReplaySchema_HasEveryKind() => Assert.Equal(Enum.GetNames<ViolationKind>().Order(), Words(Violation().GetProperty("kind")).Order());

    [Fact]
    public void ReplaySchema_HasTheMembersThatAreWritten()
    {
        using var output = new MemoryStream();
        ReplayJson.Write([TraceText.Replay("1 acquire A; 1 acquire A")], output);
        using JsonDocument written = JsonDocument.Parse(Encoding.UTF8.GetString(output.ToArray()));
        JsonElement trace = written.RootElement.GetProperty("traces")[0];
        Assert.Equal(Names(Trace()), Names(trace));
        Assert.Equal(Names(Violation()), Names(trace.GetProperty("violations")[0]));
    }

    private static JsonElement EventProperties() => Schema("trace").GetProperty("$defs").GetProperty("event").GetProperty("properties");

    private static JsonElement Trace() => Schema("replay").GetProperty("properties").GetProperty("traces").GetProperty("items").GetProperty("properties");

    private static JsonElement Violation() => Trace().GetProperty("violations").GetProperty("items").GetProperty("properties");

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private static IEnumerable<string> Words(JsonElement property) =>
        property.GetProperty("enum").EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()!);

    private static JsonElement Schema(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Schemas", name + ".schema.json")));
        return document.RootElement.Clone();
    }
}
