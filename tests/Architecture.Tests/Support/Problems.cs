namespace LockGraph.Architecture.Tests.Support;

/// <summary>Fails with every problem found, not with the first.</summary>
internal static class Problems
{
    public static void None(IEnumerable<string> problems)
    {
        string[] found = [.. problems];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
