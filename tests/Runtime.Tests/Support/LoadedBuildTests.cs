using System.Reflection;
using System.Runtime.Versioning;

namespace LockGraph.Runtime.Tests.Support;

public class LoadedBuildTests
{
#if RUNTIME_NETSTANDARD
    private const string _expected = ".NETStandard,Version=v2.0";
#elif RUNTIME_NET8
    private const string _expected = ".NETCoreApp,Version=v8.0";
#else
    private const string _expected = ".NETCoreApp,Version=v10.0";
#endif

    [Fact]
    public void RuntimeUnderTest_IsTheBuildThatThisProjectIsAbout() =>
        Assert.Equal(_expected, typeof(LockOrderValidator).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
}
