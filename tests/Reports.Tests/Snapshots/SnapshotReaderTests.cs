using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using LockGraph.Core;

namespace LockGraph.Reports.Tests.Snapshots;

/// <summary>What the runtime writes is read back whole; what is broken is refused with one line.</summary>
public sealed class SnapshotReaderTests
{
    private static readonly byte[] _real = SnapshotBytes.Write(Story.Bank("tests").Snapshot());

    [Fact]
    public void WrittenSnapshot_IsReadBackToTheByte() => Assert.Equal(Encoding.UTF8.GetString(_real), Encoding.UTF8.GetString(SnapshotBytes.Write(SnapshotBytes.Read(_real))));

    [Fact]
    public void AnySnapshot_IsReadBackToTheByte() => RandomSnapshot.OfOneRun.Sample(snapshot =>
    {
        byte[] written = SnapshotBytes.Write(snapshot);
        return written.AsSpan().SequenceEqual(SnapshotBytes.Write(SnapshotBytes.Read(written)));
    });

    [Fact]
    public void ReadViolation_TellsTheSameStory()
    {
        OrderSnapshot snapshot = Story.Bank("tests").Snapshot();
        OrderSnapshot read = SnapshotBytes.Read(_real);
        Assert.Equal(snapshot.Violations.Select(ViolationText.Report), read.Violations.Select(ViolationText.Report));
        Assert.Equal(snapshot.Violations.Select(violation => violation.Id), read.Violations.Select(violation => violation.Id));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void SmallBuffer_ChangesNothing(int size) => Assert.Equal(_real, SnapshotBytes.Write(SnapshotBytes.Read(_real, size)));

    [Fact]
    public void CutAnywhere_IsRefusedWithOneLine()
    {
        for (int length = 0; length < _real.Length; length++)
        {
            string message = Assert.Throws<SnapshotFormatException>(() => SnapshotBytes.Read(_real[..length])).Message;
            Assert.DoesNotContain('\n', message);
            Assert.Contains(length == 0 ? "empty" : "cut off", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void FlippedBytes_AreReadOrRefusedButNeverCrash()
    {
        foreach (byte[] broken in Enumerable.Range(0, _real.Length).SelectMany(at => new byte[] { (byte)'"', (byte)'x', (byte)'{', 0xFF, (byte)'9' }.Select(value => With(at, value))))
        {
            try
            {
                SnapshotBytes.Write(SnapshotBytes.Read(broken));
            }
            catch (SnapshotFormatException exception)
            {
                Assert.DoesNotContain('\n', exception.Message);
            }
        }

        static byte[] With(int at, byte value)
        {
            byte[] copy = [.. _real];
            copy[at] = value;
            return copy;
        }
    }

    [Fact]
    public void ByteOrderMarkAndWhiteSpaceAround_ArePassedOver() => Assert.Equal(_real, SnapshotBytes.Write(SnapshotBytes.Read([0xEF, 0xBB, 0xBF, .. _real, .. "\r\n\t "u8])));

    [Fact]
    public void SomethingAfterTheEnd_IsRefused() => Refused([.. _real, .. "\n{}"u8], "something follows its end");

    [Fact]
    public void SortedMembers_AreRead()
    {
        JsonNode Sorted(JsonNode node) => node switch
        {
            JsonObject members => new JsonObject(members.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : Sorted(pair.Value)))),
            JsonArray entries => new JsonArray([.. entries.Select(entry => Sorted(entry!))]),
            _ => node.DeepClone(),
        };
        Assert.Equal(_real, SnapshotBytes.Write(SnapshotBytes.Read(Sorted(JsonNode.Parse(_real)!).ToJsonString())));
    }

    [Fact]
    public void UnknownMembers_ArePassedOver()
    {
        JsonNode node = JsonNode.Parse(_real)!;
        node["later"] = new JsonObject { ["deep"] = new JsonArray(1, "two", new JsonObject()) };
        node["edges"]![0]!["later"] = new JsonArray(new JsonArray());
        node["edges"]![0]!["witnesses"]![0]!["inner"]!["later"] = true;
        Assert.Equal(_real, SnapshotBytes.Write(SnapshotBytes.Read(node.ToJsonString())));
    }

    [Theory]
    [InlineData("{\"format\":\"lockgraph-snapshot\",\"schema\":2,\"shape\":[{}]}", "newer lockgraph")]
    [InlineData("{\"format\":\"lockgraph-snapshot\",\"schema\":99999999999999}", "newer lockgraph")]
    [InlineData("{\"format\":\"lockgraph-snapshot\",\"schema\":\"1\"}", "'schema' is no whole number")]
    [InlineData("{\"format\":\"lockgraph-snapshot\"}", "no member 'schema'")]
    [InlineData("{\"format\":\"something\",\"schema\":1}", "not a lockgraph snapshot")]
    [InlineData("{\"traces\":[]}", "not a lockgraph snapshot")]
    [InlineData("[]", "not a lockgraph snapshot")]
    [InlineData("3", "cut off")]
    [InlineData("hello", "not a lockgraph snapshot")]
    [InlineData("<html>", "not a lockgraph snapshot")]
    public void WhatIsNotOurs_IsRefused(string text, string reason) => Refused(Encoding.UTF8.GetBytes(text), reason);

    [Theory]
    [InlineData("edges", "modes", "[\"write>fly\"]", "edges, entry 1: 'modes' cannot hold 'write>fly'")]
    [InlineData("edges", "modes", "[]", "edges, entry 1: an edge has no 'modes'")]
    [InlineData("edges", "provenance", "[\"guessed\"]", "'provenance' cannot be 'guessed'")]
    [InlineData("edges", "provenance", "[]", "an edge has no 'provenance'")]
    [InlineData("edges", "count", "-1", "'count' is negative")]
    [InlineData("edges", "count", "1.5", "'count' is no whole number")]
    [InlineData("edges", "outer", "null", "'outer' is no text")]
    [InlineData("edges", "inner", "\"Bank.Account._gate\"", "leads from Bank.Account._gate to itself")]
    [InlineData("edges", "singleFlow", "0", "'singleFlow' is neither true nor false")]
    [InlineData("edges", "runs", "[{\"in\":\"0-3\",\"count\":1,\"provenance\":[\"observed\"]}]", "names runs that are not listed before")]
    [InlineData("classes", "name", "\" \"", "'name' is missing or blank")]
    [InlineData("classes", "owner", "\"nobody\"", "'owner' cannot be 'nobody'")]
    [InlineData("classes", "waitType", "\"3\"", "'waitType' cannot be '3'")]
    [InlineData("violations", "kind", "\"Mystery\"", "'kind' cannot be 'Mystery'")]
    [InlineData("violations", "cycle", "[]", "has no 'cycle'")]
    [InlineData("violations", "attempted", "[]", "an object was expected")]
    public void WrongValue_IsRefusedWithItsPlace(string section, string member, string value, string reason)
    {
        JsonNode node = JsonNode.Parse(_real)!;
        node[section]![0]![member] = JsonNode.Parse(value);
        Refused(Encoding.UTF8.GetBytes(node.ToJsonString()), reason);
    }

    private static void Refused(byte[] bytes, string reason)
    {
        string message = Assert.Throws<SnapshotFormatException>(() => SnapshotBytes.Read(bytes)).Message;
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
