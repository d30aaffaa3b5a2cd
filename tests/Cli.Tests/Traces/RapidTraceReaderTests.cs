using System.Text;
using LockGraph.Cli.Replay;
using LockGraph.Cli.Tests.Replay;
using LockGraph.Cli.Traces;
using LockGraph.Core;

namespace LockGraph.Cli.Tests.Traces;

public sealed class RapidTraceReaderTests
{
    [Fact]
    public void Inversion_IsFoundAtItsLineWithItsLocation()
    {
        TraceResult result = Read("T1|acq(L1)|10\nT1|acq(L2)|Bank.java:11\nT1|rel(L2)|12\nT1|rel(L1)|13\n\nT2|acq(L2)|14\nT2|w(V1.f[3])|15\nT2|acq(L1)|Bank.java:16\n");
        Assert.Equal(("run.std", "Inversion@6", 7L), (result.Name, TraceText.Found(result), result.Events));
        Assert.Contains("Bank.java:16", result.Findings[0].Violation.Message, StringComparison.Ordinal);
        Assert.Contains("Bank.java:11", ViolationText.Report(result.Findings[0].Violation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("T1|acq(L1)|1\nT1|acq(L1)|2\nT1|rel(L1)|3\nT1|rel(L1)|4", "")]
    [InlineData("T1|rel(L1)|1", "BadRelease@0")]
    [InlineData("T1|begin(b)|1\nT1|r(x)|2\nT1|req(L1)|3\nT1|acq(L1)|4\nT1|end(b)|5", "")]
    [InlineData("T1|acq(L1)|1\nT1|fork(T2)|2\nT2|acq(L2)|3\nT2|rel(L2)|4\nT1|join(T2)|5\nT1|rel(L1)|6\nT3|acq(L2)|7\nT3|acq(L1)|8", "Cycle@7")]
    [InlineData("T1|acq(L1)", "")]
    [InlineData("T1 | acq( L1 ) | \r\nT1|rel(L1)|", "")]
    [InlineData("", "")]
    public void Events_HaveTheMeaningOfTheFormat(string text, string found) => Assert.Equal(found, TraceText.Found(Read(text)));

    [Theory]
    [InlineData("T1|acq(L1)|1\nnonsense", "trace 'run.std', event 1: an event is written THREAD|OPERATION(OPERAND)|LOCATION")]
    [InlineData("T1|lock(L1)|1", "trace 'run.std', event 0: unknown operation 'lock'")]
    [InlineData("T1|acq()|1", "trace 'run.std', event 0: 'acq' has an operand in parentheses")]
    [InlineData("T1|acq(L1|1", "trace 'run.std', event 0: 'acq' has an operand in parentheses")]
    [InlineData("T1|acq|1", "trace 'run.std', event 0: 'acq' has an operand in parentheses")]
    [InlineData("  |acq(L1)|1", "trace 'run.std', event 0: the thread has no name")]
    [InlineData("T1||1", "trace 'run.std', event 0: unknown operation ''")]
    public void Malformed_IsToldWithTheEvent(string text, string message) =>
        Assert.Equal(message, Assert.Throws<TraceFormatException>(() => Read(text)).Message);

    private static TraceResult Read(string text)
    {
        var player = new TracePlayer();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        RapidTraceReader.Read(stream, "run.std", player);
        return Assert.Single(player.Results);
    }
}
