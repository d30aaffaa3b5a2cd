namespace LockGraph.Reports.Tests.Documents;

public class FrameMemberTests
{
    [Theory]
    [InlineData("Pool.Cache.Put (Cache.cs:12)", "Cache.Put")]
    [InlineData("Pool.Cache.Put", "Cache.Put")]
    [InlineData("Program.<Main>$", "Program.<Main>$")]
    [InlineData("Put", "Put")]
    [InlineData("Pool.Cache`2.Shard.Put", "Shard.Put")]
    [InlineData("Pool.Cache`1[[System.String, System.Private.CoreLib]].Put", "Cache.Put")]
    [InlineData("Pool.Cache.get_Count (Cache.cs:12)", "Cache.Count")]
    [InlineData("Pool.Cache.add_Evicted", "Cache.Evicted")]
    [InlineData("Pool.Cache..ctor (Cache.cs:12)", "new Cache")]
    [InlineData("Pool.Cache..cctor", "new Cache")]
    [InlineData("Pool.Cache.<Put>b__22_0", "Cache.Put.lambda")]
    [InlineData("Pool.Cache.<>c.<Put>b__0_1", "Cache.Put.lambda")]
    [InlineData("Pool.Cache.<>c__DisplayClass5_0.<Put>b__0", "Cache.Put.lambda")]
    [InlineData("Pool.Cache.<Put>g__Evict|3_0", "Cache.Put.Evict")]
    [InlineData("Pool.Cache.<PutAsync>d__7.MoveNext", "Cache.PutAsync")]
    [InlineData("Pool.Cache.<>c__DisplayClass5_0.<<Put>b__0>d.MoveNext", "Cache.Put.lambda")]
    [InlineData("Pool.Cache.<<Put>g__Evict|3_0>d.MoveNext", "Cache.Put.Evict")]
    [InlineData("Pool.Cache.<get_Count>b__0", "Cache.Count.lambda")]
    public void AFrame_IsSpelledAsItsSource(string frame, string member) => Assert.Equal(member, FrameMember.Of(frame));
}
