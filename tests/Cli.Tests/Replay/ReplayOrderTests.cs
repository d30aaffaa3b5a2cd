namespace LockGraph.Cli.Tests.Replay;

/// <summary>Order, modes, tries, gates, nesting.</summary>
public sealed class ReplayOrderTests
{
    [Theory]
    [InlineData("1 tryacquire B result=false; 1 acquire A; 1 acquire B; 1 release B; 1 release A", "")]
    [InlineData("1 acquire B; 1 tryacquire A; 1 release A; 1 release B; 1 acquire A; 1 acquire B; 1 release B; 1 release A", "")]
    [InlineData("1 acquire A; 1 tryacquire B result=true; 1 acquire C; 1 release C; 1 release B; 1 release A; 1 acquire C; 1 acquire B", "Inversion@7")]
    [InlineData("1 acquire A; 1 tryacquire B; 1 release B; 1 acquire B; 1 release B; 1 release A; 1 acquire B; 1 acquire A", "Inversion@7")]
    [InlineData("1 acquire A; 1 tryacquire B; 1 release B; 1 release A; 1 acquire A; 1 acquire B; 1 release B; 1 release A; 1 acquire B; 1 acquire A", "Inversion@9")]
    public void Try_OrdersWhatComesAfterItAndNothingBefore(string events, string found) => Assert.Equal(found, TraceText.Found(TraceText.Replay(events)));

    [Fact]
    public void RefusedTry_HoldsNothing() =>
        Assert.Equal("BadRelease@2", TraceText.Found(TraceText.Replay("2 acquire A; 1 tryacquire A result=false; 1 release A")));

    [Theory]
    [InlineData("1 acquire G; 1 acquire A; 1 acquire B; 1 release B; 1 release A; 1 release G; 2 acquire G; 2 acquire B; 2 acquire A", "ok", "Guarded@8")]
    [InlineData(
        "1 acquire G; 1 acquire A; 1 acquire B; 1 release B; 1 release A; 1 release G; 2 acquire G; 2 acquire B; 2 acquire A; 2 release A; 2 release B; "
        + "2 release G; 2 acquire B; 2 acquire A", "violation", "Guarded@8 Inversion@13")]
    [InlineData("1 acquire G read; 1 acquire A; 1 acquire B; 1 release B; 1 release A; 1 release G; 2 acquire G read; 2 acquire B; 2 acquire A", "violation", "Inversion@8")]
    [InlineData("1 acquire g1:G; 1 acquire A; 1 acquire B; 1 release B; 1 release A; 1 release g1:G; 2 acquire g2:G; 2 acquire B; 2 acquire A", "violation", "Inversion@8")]
    public void Gate_ExcusesOnlyWhileOneExclusiveInstanceIsRoundEverySide(string events, string verdict, string found)
    {
        Cli.Replay.TraceResult result = TraceText.Replay(events);
        Assert.Equal((verdict, found), (result.Verdict, TraceText.Found(result)));
    }

    [Theory]
    [InlineData("1 acquire a:C; 1 acquire b:C", "InvalidNesting@1")]
    [InlineData("1 acquire a:C; 1 acquire b:C subclass=1; 1 acquire c:C subclass=2", "")]
    [InlineData("1 acquire a:C subclass=1; 1 acquire b:C subclass=1", "InvalidNesting@1")]
    [InlineData("1 acquire a:C subclass=1; 1 acquire b:C", "InvalidNesting@1")]
    [InlineData("1 acquire a:C subclass=1; 1 release a:C subclass=1; 1 acquire a:C; 1 release a:C", "")]
    [InlineData("1 acquire a:C; 1 acquire a:C subclass=1", "Recursion@1")]
    [InlineData("1 acquire n; 1 acquire a:C nestLock=n; 1 acquire b:C nestLock=n; 1 release a:C; 1 release b:C; 1 release n", "")]
    [InlineData("1 acquire a:C nestLock=n", "NestLockNotHeld@0")]
    [InlineData("1 acquire n; 1 acquire a:C nestLock=n; 1 release n", "NestLockNotHeld@2")]
    [InlineData("2 acquire n; 1 acquire a:C nestLock=n", "NestLockNotHeld@1")]
    [InlineData("1 acquire n:N; 1 acquire a:C nestLock=n; 1 acquire b:C nestLock=n", "")]
    public void SameClass_NeedsRankOrNestLock(string events, string found) => Assert.Equal(found, TraceText.Found(TraceText.Replay(events)));

    [Theory]
    [InlineData("1 acquire L; 1 acquire L", "Recursion@1")]
    [InlineData("1 acquire L reentrant=true; 1 acquire L reentrant=true; 1 release L; 1 release L", "")]
    [InlineData("1 acquire L reentrant=true; 1 acquire L reentrant=true; 1 release L; 1 release L; 1 release L", "BadRelease@4")]
    [InlineData("1 acquire L read; 1 acquire L", "Recursion@1")]
    [InlineData("1 acquire L read reentrant=true; 1 acquire L reentrant=true", "Recursion@1")]
    [InlineData("1 acquire L reentrant=true; 1 acquire L read reentrant=true; 1 release L; 1 release L", "")]
    [InlineData("1 acquire L readRecursive; 1 acquire L readRecursive; 1 release L; 1 release L", "")]
    [InlineData("1 acquire L upgradeable; 1 acquire L upgrade=true; 1 release L; 1 acquire L", "")]
    [InlineData("1 acquire L upgradeable; 1 acquire L upgrade=true; 1 release L upgradeable; 1 acquire L", "")]
    [InlineData("1 acquire L upgradeable; 1 acquire L upgrade=true; 1 acquire M; 1 release M; 1 release L; 1 acquire M; 1 acquire L readRecursive", "Inversion@6")]
    [InlineData("1 acquire L read; 1 acquire L upgrade=true", "Recursion@1")]
    [InlineData("1 acquire L upgradeable; 1 acquire L", "Recursion@1")]
    [InlineData("1 acquire L upgradeable; 1 acquire L read", "Recursion@1")]
    [InlineData("1 acquire L upgradeable; 1 acquire L readRecursive", "")]
    [InlineData("1 acquire L upgradeable reentrant=true; 1 acquire L read reentrant=true; 1 release L; 1 release L", "")]
    [InlineData("1 acquire L; 1 acquire L blocks=true; 1 release L", "Recursion@1")]
    public void SameInstance_ReentryUpgradeOrRecursion(string events, string found) => Assert.Equal(found, TraceText.Found(TraceText.Replay(events)));

    [Theory]
    [InlineData("1 acquire A; 2 acquire B; 1 acquire B blocks=true; 2 acquire A blocks=true", "Inversion@3")]
    [InlineData("1 acquire A; 1 acquire B blocks=true; 1 release A; 1 acquire B; 1 release B", "")]
    public void AcquisitionThatNeverReturns_IsJudgedAndNotHeld(string events, string found) =>
        Assert.Equal(found, TraceText.Found(TraceText.Replay(events)));

    [Theory]
    [InlineData("1 acquire S waitType=spin; 1 acquire M waitType=sleep", "WaitType@1")]
    [InlineData("1 acquire S waitType=config; 1 acquire T waitType=spin", "")]
    [InlineData("1 acquire S waitType=spin; 1 tryacquire M waitType=sleep", "")]
    [InlineData("1 acquire S waitType=spin; 1 acquire M", "")]
    [InlineData("1 acquire M; 1 acquire S waitType=spin", "")]
    public void WaitTypes_AreCheckedWhereTheTraceStatesThem(string events, string found) => Assert.Equal(found, TraceText.Found(TraceText.Replay(events)));

    [Theory]
    [InlineData("1 acquire a order=O rank=1; 1 acquire b order=O rank=2; 1 acquire c order=O rank=7", "")]
    [InlineData("1 acquire b order=O rank=2; 1 acquire a order=O rank=1", "DeclaredOrder@1")]
    [InlineData("1 acquire a order=O rank=1; 1 acquire b order=O rank=1", "InvalidNesting@1")]
    [InlineData("1 acquire a order=O rank=1; 1 acquire b order=P rank=0", "")]
    [InlineData("1 acquire c order=O rank=3; 1 acquire x; 1 release x; 1 release c; 1 acquire x; 1 acquire a order=O rank=1", "Cycle@5")]
    [InlineData("1 acquire c order=O rank=3; 1 release c; 1 acquire a order=O rank=1; 1 release a; 1 acquire b order=O rank=2; 1 acquire c; 1 release c; 1 acquire a", "DeclaredOrder@7")]
    [InlineData("1 acquire a order=O rank=2; 1 tryacquire b order=O rank=1 result=true", "")]
    public void DeclaredRanks_AreOneOrderWithWhatWasSeen(string events, string found) => Assert.Equal(found, TraceText.Found(TraceText.Replay(events)));

    [Fact]
    public void FortyNinthHeldLock_IsOverTheDefaultLimit()
    {
        string events = string.Join(';', Enumerable.Range(0, 49).Select(i => $"1 acquire L{i}"));
        Assert.Equal("HeldLimit@48", TraceText.Found(TraceText.Replay(events)));
    }

    [Fact]
    public void DistinctRings_AreEachReported()
    {
        string events = "1 acquire A; 1 acquire B; 1 release B; 1 release A; 1 acquire B; 1 acquire A; 1 release A; 1 release B; 1 acquire B; 1 acquire A; 1 release A; 1 release B;"
            + "1 acquire C; 1 acquire D; 1 release D; 1 release C; 1 acquire D; 1 acquire C";
        Assert.Equal("Inversion@5 Inversion@17", TraceText.Found(TraceText.Replay(events)));
    }
}
