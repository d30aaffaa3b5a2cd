using LockGraph.Cli.Replay;

namespace LockGraph.Cli.Tests.Replay;

/// <summary>Init, free, fork, join, downgrade, and releases that are wrong.</summary>
public sealed class ReplayLifetimeTests
{
    [Theory]
    [InlineData("1 acquire A; 1 acquire B; 1 release B; 1 release A; 1 free A; 1 acquire B; 1 acquire A; 1 release A; 1 release B", "")]
    [InlineData("1 acquire a:A; 1 acquire B; 1 release B; 1 release a:A; 1 free a:A; 1 acquire B; 1 acquire a:A", "Inversion@6")]
    [InlineData("1 acquire A; 1 acquire B; 1 release B; 1 release A; 1 free A; 1 acquire B; 1 acquire A; 1 release A; 1 release B; 1 acquire A; 1 acquire B", "Inversion@10")]
    [InlineData("1 acquire A; 1 acquire B; 1 acquire C; 1 release C; 1 release B; 1 release A; 1 free B; 1 acquire C; 1 acquire A", "Inversion@8")]
    [InlineData("1 free A; 1 acquire A; 1 release A", "")]
    public void Free_ForgetsTheOrderOfALockThatIsItsOwnClass(string events, string found) => Assert.Equal(found, TraceText.Found(TraceText.Replay(events)));

    [Theory]
    [InlineData("1 acquire A; 1 free A", "HeldFreed@1")]
    [InlineData("1 acquire A; 2 free A", "HeldFreed@1")]
    [InlineData("1 acquire A; 1 free A; 1 release A", "HeldFreed@1")]
    [InlineData("1 acquire A; 1 free A; 1 acquire C; 1 acquire A; 1 release A; 1 release C; 1 release A", "HeldFreed@1")]
    [InlineData("1 acquire A; 1 free A; 1 release A; 1 release A", "HeldFreed@1 BadRelease@3")]
    public void FreeOfAHeldLock_IsOneDefectAndEndsTheHold(string events, string found) => Assert.Equal(found, TraceText.Found(TraceText.Replay(events)));

    [Theory]
    [InlineData("1 acquire A; 1 acquire B; 1 release B; 1 free A resetOnly=true; 1 release A; 1 acquire B; 1 acquire A", "")]
    [InlineData("1 acquire A; 1 acquire B; 1 release B; 1 free A resetOnly=true; 1 acquire B; 1 release B; 1 release A; 1 acquire B; 1 acquire A", "Inversion@8")]
    public void Reset_ForgetsWhatWasSeenAndLearnsAgain(string events, string found) => Assert.Equal(found, TraceText.Found(TraceText.Replay(events)));

    [Theory]
    [InlineData("1 init A; 1 acquire A; 1 release A; 1 init A", "")]
    [InlineData("1 acquire A; 1 init A; 1 release A", "HeldReinitialized@1")]
    [InlineData("1 acquire A; 2 init A; 1 release A", "HeldReinitialized@1")]
    public void Init_OfAHeldLockIsAViolation(string events, string found) => Assert.Equal(found, TraceText.Found(TraceText.Replay(events)));

    [Theory]
    [InlineData("1 release A unmatched=true", "BadRelease@0")]
    [InlineData("1 acquire A; 2 release A; 1 release A", "BadRelease@1")]
    [InlineData("1 acquire A read; 1 release A write", "BadRelease@1")]
    [InlineData("1 acquire A read; 1 release A", "")]
    [InlineData("1 acquire A; 1 acquire B; 1 release A; 1 release B", "")]
    public void Release_OfWhatIsNotHeldSoIsAViolation(string events, string found) => Assert.Equal(found, TraceText.Found(TraceText.Replay(events)));

    [Fact]
    public void ReleaseOnAnotherThread_NamesTheHolder()
    {
        Finding finding = Assert.Single(TraceText.Replay("1 acquire A; 2 release A").Findings);
        Assert.Contains("held by thread 1", finding.Violation.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 acquire A; 1 fork thread=2; 2 acquire B; 2 release B; 1 join thread=2; 1 release A; 3 acquire B; 3 acquire A", "Cycle@7")]
    [InlineData("1 fork thread=2; 2 acquire A; 2 release A; 1 acquire A; 1 join thread=2", "Inversion@4")]
    [InlineData("1 fork thread=2; 2 acquire A; 2 release A; 1 join thread=2; 1 acquire A; 1 release A", "")]
    [InlineData("1 acquire A; 1 fork thread=2; 1 release A; 2 acquire A; 2 release A; 1 join thread=2", "")]
    [InlineData("1 acquire A; 1 join thread=2; 1 release A", "")]
    [InlineData("1 fork thread=2; 2 acquire A; 2 release A; 1 join thread=2; 1 acquire A; 1 fork thread=2; 2 acquire B; 2 release B; 1 join thread=2", "")]
    [InlineData("1 fork thread=2; 2 acquire A; 1 join thread=2", "Leak@2")]
    [InlineData("1 fork thread=2; 1 fork thread=3; 2 join thread=3 blocks=true; 3 join thread=2 blocks=true", "Inversion@3")]
    [InlineData("1 fork thread=2; 2 acquire A; 1 acquire A blocks=true; 2 release A", "")]
    [InlineData("1 acquire A; 1 fork thread=2; 1 join thread=2 blocks=true; 2 acquire A blocks=true", "Inversion@3")]
    public void Join_TakesTheEndOfTheThread(string events, string found) => Assert.Equal(found, TraceText.Found(TraceText.Replay(events)));

    [Fact]
    public void EndOfTrace_IsNoLeak() => Assert.Equal("", TraceText.Found(TraceText.Replay("1 acquire A; 2 acquire B")));

    [Theory]
    [InlineData("1 acquire X; 1 downgrade X read; 1 acquire Y; 1 release Y; 1 release X read; 1 acquire Y; 1 acquire X readRecursive", "")]
    [InlineData("1 acquire X; 1 downgrade X; 1 release X read", "")]
    [InlineData("1 downgrade X read", "BadRelease@0")]
    public void Downgrade_ChangesTheHold(string events, string found) => Assert.Equal(found, TraceText.Found(TraceText.Replay(events)));

    [Fact]
    public void EachTrace_StartsFromAnEmptyGraph()
    {
        string one = TraceText.Json("one", "1 acquire A; 1 acquire B; 1 release B; 1 release A");
        string two = TraceText.Json("two", "1 acquire B; 1 acquire A; 1 release A; 1 release B");
        Assert.All(TraceText.Read($"[{one},{two}]"), result => Assert.Equal("ok", result.Verdict));
    }
}
