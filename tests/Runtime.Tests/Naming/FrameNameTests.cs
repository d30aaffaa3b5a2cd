using System.Reflection;
using System.Runtime.CompilerServices;

namespace LockGraph.Runtime.Tests.Naming;

/// <summary>Each member tells what its own frame is called.</summary>
public class FrameNameTests
{
    private interface ITold
    {
        string Tell();

        string Told { get; }
    }

    [Fact]
    public void AMethod() => Assert.Equal("FrameNameTests.AMethod", FrameName.Of(MethodBase.GetCurrentMethod()!));

    [Fact]
    public void AConstructor() => Assert.Equal("new Cache", new Cache<int>().Made);

    [Fact]
    public void AProperty() => Assert.Equal("Cache.Count", new Cache<int>().Count);

    [Fact]
    public void ATypeInAGenericOne() => Assert.Equal("Shard.Put", new Cache<int>.Shard().Put());

    [Fact]
    public void AnExplicitImplementation() =>
        Assert.Equal(["Cache.Tell", "Cache.Told"], new[] { ((ITold)new Cache<int>()).Tell(), ((ITold)new Cache<int>()).Told });

    [Fact]
    public void ALambdaThatCapturesNothing()
    {
        Func<string> tell = static () => FrameName.Of(MethodBase.GetCurrentMethod()!);
        Assert.Equal("FrameNameTests.ALambdaThatCapturesNothing.lambda", tell());
    }

    [Fact]
    public void ALambdaThatCaptures()
    {
        string tail = Guid.NewGuid().ToString();
        Func<string> tell = () => FrameName.Of(MethodBase.GetCurrentMethod()!) + tail;
        Assert.Equal("FrameNameTests.ALambdaThatCaptures.lambda" + tail, tell());
    }

    [Fact]
    public void ALocalFunction()
    {
        Assert.Equal("FrameNameTests.ALocalFunction.Tell", Tell());

        static string Tell() => FrameName.Of(MethodBase.GetCurrentMethod()!);
    }

    [Fact]
    public async Task AnAsyncMethod() => Assert.Equal("FrameNameTests.TellAsync", await TellAsync());

    [Fact]
    public async Task AnAsyncLambda()
    {
        Func<Task<string>> tell = async () =>
        {
            await Task.Yield();
            return FrameName.Of(MethodBase.GetCurrentMethod()!);
        };
        Assert.Equal("FrameNameTests.AnAsyncLambda.lambda", await tell());
    }

    [Fact]
    public void AnIterator() => Assert.Equal("FrameNameTests.TellEach", Assert.Single(TellEach()));

    [Fact]
    public void ATypeOfOneFile() => Assert.Equal("Hidden.Tell", Hidden.Tell());

    private static async Task<string> TellAsync()
    {
        await Task.Yield();
        return FrameName.Of(MethodBase.GetCurrentMethod()!);
    }

    private static IEnumerable<string> TellEach()
    {
        yield return FrameName.Of(MethodBase.GetCurrentMethod()!);
    }

    private sealed class Cache<T> : ITold
    {
        public Cache() => Made = FrameName.Of(MethodBase.GetCurrentMethod()!);

        public string Made { get; }

        public string Count
        {
            [MethodImpl(MethodImplOptions.NoInlining)]
            get => FrameName.Of(MethodBase.GetCurrentMethod()!);
        }

        string ITold.Told => FrameName.Of(MethodBase.GetCurrentMethod()!);

        string ITold.Tell() => FrameName.Of(MethodBase.GetCurrentMethod()!);

        public sealed class Shard
        {
            public string Put() => FrameName.Of(MethodBase.GetCurrentMethod()!);
        }
    }
}

file static class Hidden
{
    public static string Tell() => FrameName.Of(MethodBase.GetCurrentMethod()!);
}
