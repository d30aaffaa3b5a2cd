using System.Collections.Immutable;
using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace LockGraph.CodeFixes.Tests.Support;

/// <summary>Runs a fix on what the analyzer reports, one by one and with Fix All, and compares the text.</summary>
/// <remarks>References are those of the framework that the tests run on, the attributes and the tracked locks: nothing is downloaded.</remarks>
internal sealed class FixTest<TFix> : CSharpCodeFixTest<LockAnalyzer, TFix, DefaultVerifier>
    where TFix : CodeFixProvider, new()
{
    public FixTest()
    {
        ReferenceAssemblies = References.None;
        TestState.AdditionalReferences.AddRange(References.All);
        TestState.Sources.Add(("ImplicitUsings.cs", References.ImplicitUsings));
        FixedState.Sources.Add(("ImplicitUsings.cs", References.ImplicitUsings));

        // Rules of the whole program come at the end of the compilation, not with a document.
        CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
    }

    /// <summary>The one fix, or the fix with the key, turns the code into the other.</summary>
    public static Task Repairs(string before, string after, string? key = null, int index = 0, int iterations = 1, bool all = true, string? afterAll = null)
    {
        var test = new FixTest<TFix> { CodeActionEquivalenceKey = key, CodeActionIndex = key is null ? index : null };
        test.TestState.Sources.Add(("Test.cs", before));
        test.FixedState.Sources.Add(("Test.cs", after));
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        test.BatchFixedState.MarkupHandling = MarkupMode.Allow;
        if (afterAll is not null)
        {
            test.BatchFixedState.Sources.Add(("ImplicitUsings.cs", References.ImplicitUsings));
            test.BatchFixedState.Sources.Add(("Test.cs", afterAll));
        }

        test.NumberOfIncrementalIterations = iterations;
        test.NumberOfFixAllIterations = 1;
        if (!all)
        {
            test.CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipFixAllCheck;
        }

        return test.RunAsync();
    }

    /// <summary>No fix is offered.</summary>
    public static Task LeavesAlone(string code)
    {
        var test = new FixTest<TFix>();
        test.TestState.Sources.Add(("Test.cs", code));
        test.FixedState.Sources.Add(("Test.cs", code));
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return test.RunAsync();
    }

    protected override CompilationOptions CreateCompilationOptions() => new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);
}

/// <summary>What the code of the tests is compiled against.</summary>
internal static class References
{
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static ReferenceAssemblies None { get; } = new("net10.0");

    public static ImmutableArray<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) is "mscorlib" or "netstandard" or "LockGraph.Annotations" or "LockGraph.Core" or "LockGraph.Runtime"
                || Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}
