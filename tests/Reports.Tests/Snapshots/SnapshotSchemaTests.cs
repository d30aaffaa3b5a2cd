using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using LockGraph.Core;
using NJsonSchema;

namespace LockGraph.Reports.Tests.Snapshots;

/// <summary>The published schemas accept what is written, and refuse what is not.</summary>
public sealed class SnapshotSchemaTests
{
    [Fact]
    public async Task AnySnapshotAndAnyUnion_FitTheSchema()
    {
        JsonSchema schema = await Schema("snapshot");
        Gen.Select(RandomSnapshot.OfOneRun, RandomSnapshot.OfOneRun).Sample((a, b) =>
        {
            byte[] one = SnapshotBytes.Write(a);
            string union = Encoding.UTF8.GetString(SnapshotBytes.Merge(one, SnapshotBytes.Write(b)));
            return schema.Validate(Encoding.UTF8.GetString(one)).Count == 0 && schema.Validate(union).Count == 0;
        });
        Assert.Empty(schema.Validate(Encoding.UTF8.GetString(SnapshotBytes.Write(Programs.Bank()))));
    }

    [Theory]
    [InlineData("edges", "modes", "[\"write>fly\"]")]
    [InlineData("edges", "provenance", "[\"guessed\"]")]
    [InlineData("edges", "provenance", "[]")]
    [InlineData("edges", "count", "-1")]
    [InlineData("edges", "runs", "[{\"in\":\"all\",\"count\":1,\"provenance\":[\"observed\"]}]")]
    [InlineData("classes", "owner", "\"nobody\"")]
    [InlineData("classes", "waitType", "\"3\"")]
    [InlineData("violations", "kind", "\"Mystery\"")]
    [InlineData("violations", "id", "\"7\"")]
    [InlineData("violations", "attempted", "null")]
    public async Task WrongValue_DoesNotFit(string section, string member, string value)
    {
        JsonSchema schema = await Schema("snapshot");
        JsonNode node = JsonNode.Parse(SnapshotBytes.Write(Story.Bank("tests").Snapshot()))!;
        Assert.Empty(schema.Validate(node.ToJsonString()));
        node[section]![0]![member] = JsonNode.Parse(value);
        Assert.NotEmpty(schema.Validate(node.ToJsonString()));
    }

    [Theory]
    [InlineData("format")]
    [InlineData("schema")]
    [InlineData("edges")]
    public async Task MissingMember_DoesNotFit(string member)
    {
        JsonObject node = JsonNode.Parse(SnapshotBytes.Write(Story.Bank("tests").Snapshot()))!.AsObject();
        node.Remove(member);
        Assert.NotEmpty((await Schema("snapshot")).Validate(node.ToJsonString()));
    }

    [Fact]
    public async Task JsonReport_FitsItsSchema()
    {
        JsonSchema schema = await Schema("violations");
        foreach (OrderSnapshot snapshot in new[] { Programs.Bank(), Story.Bank("tests").Snapshot(), new OrderSnapshot() })
        {
            using var stream = new MemoryStream();
            ViolationJson.Write(snapshot.Violations, stream);
            Assert.Empty(schema.Validate(Encoding.UTF8.GetString(stream.ToArray())));
        }

        Assert.NotEmpty(schema.Validate("{\"violations\":[{\"id\":\"x\"}]}"));
    }

    [Fact]
    public async Task Schema_HasEveryKind() => Assert.Equal(
        Enum.GetNames<ViolationKind>().Order(),
        (await Schema("snapshot")).Definitions["violation"].Properties["kind"].Enumeration.Select(word => (string)word!).Order());

    private static Task<JsonSchema> Schema(string name) => JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Schemas", name + ".schema.json"));
}
