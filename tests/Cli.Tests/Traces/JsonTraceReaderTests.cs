using System.Text;
using LockGraph.Cli.Replay;
using LockGraph.Cli.Tests.Replay;
using LockGraph.Cli.Traces;

namespace LockGraph.Cli.Tests.Traces;

public sealed class JsonTraceReaderTests
{
    private const string _acquire = """{"t":1,"op":"acquire","lock":"A","class":"A"}""";
    private const string _release = """{"t":1,"op":"release","lock":"A","class":"A"}""";

    [Theory]
    [InlineData("[]", "")]
    [InlineData("""[{"name":"a","events":[]},{"name":"b","events":[]}]""", "a b")]
    [InlineData("{\"name\":\"a\",\"events\":[]}\n{\"name\":\"b\",\"events\":[]}\n", "a b")]
    [InlineData("{\"name\":\"a\",\"events\":[]}", "a")]
    [InlineData("\uFEFF[{\"events\":[],\"name\":\"a\"}]", "a")]
    [InlineData("""[{"events":[]},{"name":"b","events":[]}]""", "trace 1,b")]
    public void Traces_InAnArrayOrOneALine_AreRead(string json, string names) =>
        Assert.Equal(names, string.Join(names.Contains(',', StringComparison.Ordinal) ? ',' : ' ', TraceText.Read(json).Select(result => result.Name)));

    [Fact]
    public void NameAfterEventsAndUnknownMembers_AreRead()
    {
        string json = $$"""
            [{"config":{"a":[1,{"b":null}]},"events":[
              {"note":{"deep":[[],{"x":"y"}]},"class":"A","lock":"A","op":"acquire","mode":null,"t":"T1","type":"mutex","cleanup":true},
              {{_release.Replace("1", "\"T1\"", StringComparison.Ordinal)}}],
              "plainGraphVerdict":"ok","name":"late \"name\""}]
            """;
        TraceResult result = Assert.Single(TraceText.Read(json));
        Assert.Equal(("late \"name\"", "ok", 2L), (result.Name, result.Verdict, result.Events));
    }

    [Fact]
    public void NamesWithEscapesNumbersAndLength_AreOneName()
    {
        string longName = new('n', 1000);
        string json = $$"""
            {"events":[{"t":1,"op":"acquire","lock":"\u0041","class":"A"},{"t":"1","op":"release","lock":"A","class":"\u0041"},
            {"t":1,"\u006fp":"acquire","lock":"{{longName}}","class":7},{"t":1,"op":"release","lock":"{{longName}}","class":"7"}]}
            """;
        Assert.Equal("ok", Assert.Single(TraceText.Read(json)).Verdict);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("   \n", "the file is empty")]
    [InlineData("3", "trace 1: a trace is an object")]
    [InlineData("[3]", "trace 1: a trace is an object")]
    [InlineData("[] []", "there is something after the end of the array")]
    [InlineData("[{}]", "trace 1: a trace has a member 'events'")]
    [InlineData("""[{"name":"a"}]""", "trace 'a': a trace has a member 'events'")]
    [InlineData("""[{"name":3,"events":[]}]""", "trace 1: 'name' is a string")]
    [InlineData("""[{"name":"a","events":{}}]""", "trace 'a': 'events' is an array")]
    [InlineData("""[{"name":"a","events":[],"events":[]}]""", "trace 'a': a trace has one member 'events'")]
    [InlineData("""[{"name":"a","events":[3]}]""", "trace 'a', event 0: an event is an object")]
    [InlineData("""[{"name":"a","events":[ACQ,{"t":1}]}]""", "trace 'a', event 1: an event has a member 'op'")]
    [InlineData("""[{"name":"a","events":[ACQ,ACQ,{"op":"acquire"}]}]""", "trace 'a', event 2: an event has a member 't'")]
    [InlineData("""[{"name":"a","events":[{"t":1,"op":"acquire","class":"A"}]}]""", "trace 'a', event 0: an event that concerns a lock has a member 'lock'")]
    [InlineData("""[{"name":"a","events":[{"t":1,"op":"free","lock":"A"}]}]""", "trace 'a', event 0: an event that concerns a lock has a member 'class'")]
    [InlineData("""[{"name":"a","events":[{"t":1,"op":"lock","lock":"A","class":"A"}]}]""", "trace 'a', event 0: unknown op 'lock'")]
    [InlineData("""[{"name":"a","events":[{"t":1,"op":7}]}]""", "trace 'a', event 0: unknown op (Number)")]
    [InlineData("""[{"name":"a","events":[{"t":1,"op":"acquire","lock":" ","class":"A"}]}]""", "trace 'a', event 0: 'lock' is empty")]
    [InlineData("""[{"name":"a","events":[{"t":{},"op":"acquire"}]}]""", "trace 'a', event 0: 't' is a string or a number")]
    [InlineData("""[{"name":"a","events":[{"t":1,"op":"acquire","lock":"A","class":"A","mode":"shared"}]}]""", "trace 'a', event 0: unknown mode 'shared'")]
    [InlineData("""[{"name":"a","events":[{"t":1,"op":"acquire","lock":"A","class":"A","waitType":"wait"}]}]""", "trace 'a', event 0: unknown waitType 'wait'")]
    [InlineData("""[{"name":"a","events":[{"t":1,"op":"acquire","lock":"A","class":"A","subclass":-1}]}]""", "trace 'a', event 0: 'subclass' is a whole number from 0")]
    [InlineData("""[{"name":"a","events":[{"t":1,"op":"acquire","lock":"A","class":"A","rank":1}]}]""", "trace 'a', event 0: 'order' and 'rank' go together")]
    [InlineData("""[{"name":"a","events":[{"t":1,"op":"tryacquire","lock":"A","class":"A","result":"no"}]}]""", "trace 'a', event 0: 'result' is true or false")]
    [InlineData("""[{"name":"a","events":[{"t":1,"op":"fork"}]}]""", "trace 'a', event 0: a fork or join has a member 'thread'")]
    [InlineData("""[{"name":"a","events":[ACQ""", "trace 'a', event 1: not valid JSON")]
    [InlineData("""[{"name":"a","events":[ACQ,""", "trace 'a', event 1: not valid JSON")]
    [InlineData("""[{"name":"a","events":[ACQ],"x":""", "trace 'a': not valid JSON")]
    [InlineData("""[{"name":"a","events":[ACQ]}""", "not valid JSON")]
    [InlineData("""[{"name":"a","events":[ACQ,}]}]""", "trace 'a', event 1: not valid JSON")]
    [InlineData("""[{"name":"a","events":[]},{"events":[ACQ ACQ]}]""", "trace 2, event 1: not valid JSON")]
    [InlineData("nonsense", "not valid JSON")]
    public void Malformed_IsToldWithTraceAndEventInOneLine(string json, string message)
    {
        var exception = Assert.Throws<TraceFormatException>(() => TraceText.Read(json.Replace("ACQ", _acquire, StringComparison.Ordinal)));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void InvalidUtf8_IsMalformed()
    {
        byte[] json = [.. "[{\"events\":[{\"t\":\""u8, 0xFF, 0xFE, .. "\",\"op\":\"acquire\"}]}]"u8];
        using var stream = new MemoryStream(json);
        var exception = Assert.Throws<TraceFormatException>(() => JsonTraceReader.Read(stream, new TracePlayer()));
        Assert.StartsWith("trace 1, event 0: ", exception.Message, StringComparison.Ordinal);
    }

    // Every buffer boundary that there can be: the stream gives its bytes one at a time.
    [Fact]
    public void BytesOneAtATime_ReadTheSame()
    {
        string json = "[" + TraceText.Json("ünï", "1 acquire A; 1 acquire B; 1 release B; 1 release A; 1 acquire B; 1 acquire A order=O rank=12") + "]";
        var player = new TracePlayer();
        JsonTraceReader.Read(new DrippingStream(Encoding.UTF8.GetBytes(json)), player);
        TraceResult result = Assert.Single(player.Results);
        Assert.Equal(("ünï", "Inversion@5"), (result.Name, TraceText.Found(result)));
    }

    private sealed class DrippingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
