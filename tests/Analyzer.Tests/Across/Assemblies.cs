using System.Collections.Immutable;
using LockGraph.Analyzer.Tests.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace LockGraph.Analyzer.Tests.Across;

/// <summary>Builds assemblies one after the other as a build does: each sees the reference assemblies of those before it, and their summaries.</summary>
internal sealed class Assemblies : IDisposable
{
    private const string _implicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using LockGraph;
        """;

    private static readonly CSharpParseOptions _parse = new(LanguageVersion.Latest);

    private static readonly ImmutableArray<MetadataReference> _framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) is "mscorlib" or "netstandard" or "LockGraph.Annotations" or "LockGraph.Core" or "LockGraph.Runtime"
                || Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockgraph-across-");
    private readonly List<MetadataReference> _references = [];
    private readonly List<AdditionalText> _summaries = [];

    /// <summary>Compiles and analyzes an assembly, and keeps what later ones see of it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="code">Its one file, <c>name.cs</c>.</param>
    /// <param name="summarized">False for an assembly that was built without the analyzer.</param>
    public async Task<IReadOnlyList<Diagnostic>> Build(string name, string code, bool summarized = true)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(_implicitUsings, _parse, "usings.cs"), CSharpSyntaxTree.ParseText(code, _parse, name + ".cs")],
            _framework.AddRange(_references),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        string file = FileOf(name);
        var options = new AnalyzerOptions([.. _summaries], new BuildOptions(summarized ? file : ""));
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(ExampleCompilation.Analyzers, new CompilationWithAnalyzersOptions(
            options, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false));
        ImmutableArray<Diagnostic> said = await analysis.GetAnalyzerDiagnosticsAsync();

        using var image = new MemoryStream();
        EmitResult emitted = compilation.Emit(image, options: new EmitOptions().WithEmitMetadataOnly(true).WithIncludePrivateMembers(false));
        Assert.True(emitted.Success);
        _references.Add(MetadataReference.CreateFromImage(image.ToArray()));
        if (summarized)
        {
            Refer(name, SummaryOf(name));
        }

        return [.. said.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>Hands a text to later assemblies as the summary of one.</summary>
    public void Refer(string name, string text)
    {
        _summaries.RemoveAll(known => known.Path == FileOf(name));
        _summaries.Add(new Summary(FileOf(name), text));
    }

    public string FileOf(string name) => Path.Combine(_folder.FullName, name + ReferencedSummaries.Extension);

    public string SummaryOf(string name) => File.ReadAllText(FileOf(name));

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class Summary(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class BuildOptions(string summaryFile) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Global(summaryFile);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Global(string summaryFile) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = summaryFile;
            return key == "build_property.LockGraphSummaryFile";
        }
    }
}
