namespace LockGraph.Core.Tests.Classes;

public class LockModesTests
{
    [Fact]
    public void Requester_IsBlockedByAHolderInEveryPairButRecursiveReadersAgainstShared()
    {
        foreach (LockMode requested in Enum.GetValues<LockMode>())
        {
            foreach (LockMode held in Enum.GetValues<LockMode>())
            {
                bool passes = requested == LockMode.ReadRecursive && held != LockMode.Write;
                Assert.Equal(!passes, LockModes.CanBlock(requested, held));
            }
        }
    }

    [Fact]
    public void EveryModeButWrite_IsShared() =>
        Assert.Equal([LockMode.Read, LockMode.ReadRecursive, LockMode.Upgrade], Enum.GetValues<LockMode>().Where(mode => mode.IsShared()));

    [Theory]
    [InlineData("Bank", new[] { "Account" }, "_gate", "Bank.Account._gate")]
    [InlineData("", new[] { "Account" }, "_gate", "Account._gate")]
    [InlineData("A.B", new[] { "Pool<T>", "Slot<U,V>" }, "Gate", "A.B.Pool<T>.Slot<U,V>.Gate")]
    public void MemberName_IsNamespaceTypesMember(string ns, string[] types, string member, string name) =>
        Assert.Equal(name, LockClassName.OfMember(ns, types, member));

    [Theory]
    [InlineData(@"C:\code\Bank\Account.cs", 12, "Account.cs:12")]
    [InlineData("/code/Bank/Account.cs", 7, "Account.cs:7")]
    [InlineData("Account.cs", 0, "Account.cs")]
    [InlineData(null, 0, "unknown site")]
    public void Site_ReadsTheSameOnEveryMachine(string? file, int line, string text) => Assert.Equal(text, new AcquisitionSite(file, line).ToString());
}
