using System.Collections.Immutable;
using LockGraph.Analyzer.Tests.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LockGraph.Analyzer.Tests.Cases;

/// <summary>Compiles one case, with the attributes as source beside it, against the framework that runs the tests, and analyzes it.</summary>
/// <remarks>Every case is a compilation of its own, but all of them start from one that has bound the framework already: that is most of the work.</remarks>
internal static class CaseCompilation
{
    private const string _implicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using LockGraph;
        """;

    private static readonly CSharpParseOptions _parse = new(LanguageVersion.Latest);

    private static readonly string[] _trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private static readonly ImmutableArray<MetadataReference> _framework =
    [
        .. _trusted.Where(path => Path.GetFileNameWithoutExtension(path) is "mscorlib" or "netstandard" || Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ImmutableArray<MetadataReference> _product =
    [
        .. _trusted.Where(path => Path.GetFileNameWithoutExtension(path) is "LockGraph" or "LockGraph.Annotations" or "LockGraph.Core" or "LockGraph.Runtime")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly SyntaxTree _annotations = Parse(RepositoryFiles.Read("tests/Conformance/static.annotations.cs"), "annotations.cs");

    private static readonly Lazy<CSharpCompilation> _bare = new(() => Base(NullableContextOptions.Enable).AddSyntaxTrees(_annotations));

    private static readonly Lazy<CSharpCompilation> _bareOblivious = new(() => Base(NullableContextOptions.Disable).AddSyntaxTrees(_annotations));

    private static readonly Lazy<CSharpCompilation> _withUsings = new(() => _bare.Value.AddSyntaxTrees(Parse(_implicitUsings, "usings.cs")));

    private static readonly Lazy<CSharpCompilation> _withProduct = new(() =>
        Base(NullableContextOptions.Enable).AddReferences(_product).AddSyntaxTrees(Parse(_implicitUsings, "usings.cs")));

    /// <summary>A case of the conformance set: it brings its own usings.</summary>
    public static CSharpCompilation OfShared(string code, bool nullable) => Add((nullable ? _bare : _bareOblivious).Value, code, "case.cs");

    /// <summary>A fixture of ours: implicit usings, and the product itself where it asks for it.</summary>
    public static CSharpCompilation OfFixture(string code, string file, bool againstProduct) => Add((againstProduct ? _withProduct : _withUsings).Value, code, file);

    /// <summary>Everything that the analyzers say, by position; a fault of an analyzer is an <c>AD0001</c> among it.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Analyze(CSharpCompilation compilation, IReadOnlyDictionary<string, string>? options = null)
    {
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(ExampleCompilation.Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new CaseOptions(options ?? ImmutableDictionary<string, string>.Empty)), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false));
        ImmutableArray<Diagnostic> said = await analysis.GetAnalyzerDiagnosticsAsync();
        return [.. said.Where(diagnostic => !diagnostic.IsSuppressed).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    private static CSharpCompilation Base(NullableContextOptions nullable) => CSharpCompilation.Create(
        "Case", [], _framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable, allowUnsafe: true));

    private static CSharpCompilation Add(CSharpCompilation start, string code, string file)
    {
        SyntaxTree tree = Parse(code, file);
        CSharpCompilation whole = start.AddSyntaxTrees(tree);
        return ((CompilationUnitSyntax)tree.GetRoot()).Members.Any(member => member is GlobalStatementSyntax)
            ? whole.WithOptions(whole.Options.WithOutputKind(OutputKind.ConsoleApplication))
            : whole;
    }

    private static SyntaxTree Parse(string code, string file) => CSharpSyntaxTree.ParseText(code, _parse, file);
}
