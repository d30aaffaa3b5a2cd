using LockGraph.Architecture.Tests.Floors;
using LockGraph.Architecture.Tests.Support;

namespace LockGraph.Architecture.Tests.Surface;

public class PublicSignatureTests
{
    [Theory]
    [MemberData(nameof(AssemblyReferenceTests.Builds), MemberType = typeof(AssemblyReferenceTests))]
    public void PublicSignature_ShowsNoGraphLibrary(string file, string framework)
    {
        using CompiledAssembly assembly = AssemblyReferenceTests.Open(new SourceProject(file), framework);
        Assert.DoesNotContain(assembly.PublicForeignTypes(), name =>
            name.StartsWith("QuikGraph", StringComparison.Ordinal) || name.StartsWith("GraphShape", StringComparison.Ordinal));
    }

    [Fact]
    public void SignatureReader_SeesThroughGenericsAndBaseTypes()
    {
        using CompiledAssembly assembly = AssemblyReferenceTests.Open(SourceProject.All.Single(project => project.Wing == "src" && project.Room == "Runtime"), "net10.0");
        IReadOnlySet<string> names = assembly.PublicForeignTypes();
        Assert.Contains("System.Threading.Tasks.Task`1", names);
        Assert.Contains("System.Exception", names);
        Assert.Contains("LockGraph.Core.Violation", names);

        // Used inside, shown to nobody.
        Assert.Contains("System.Diagnostics.StackTrace", assembly.ForeignTypes);
        Assert.DoesNotContain("System.Diagnostics.StackTrace", names);
    }
}
