using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LockGraph.Analyzer.Tests.Catalogue;

/// <summary>Compiles an example as a project with implicit usings would be, and runs every analyzer of the assembly over it.</summary>
internal static class ExampleCompilation
{
    private const string _implicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions _parse = new(LanguageVersion.Latest);

    // The framework that the tests run on, the attributes and the tracked locks; not our own tools.
    private static readonly ImmutableArray<MetadataReference> _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) is "mscorlib" or "netstandard" or "LockGraph" or "LockGraph.Annotations" or "LockGraph.Core" or "LockGraph.Runtime"
                || Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // What is hidden by default is part of the catalogue all the same.
    private static readonly CSharpCompilationOptions _options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        .WithSpecificDiagnosticOptions(Descriptors.All.Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Hidden).ToDictionary(rule => rule.Id, _ => ReportDiagnostic.Info));

    /// <summary>The analyzers that a compiler would find.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(Descriptors).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static CSharpCompilation Compile(RuleExample example) => CSharpCompilation.Create(
        "Example",
        [
            CSharpSyntaxTree.ParseText(_implicitUsings, _parse, "ImplicitUsings.cs"),
            CSharpSyntaxTree.ParseText(example.Text, _parse, Path.GetFileName(example.File)),
        ],
        _references,
        _options);

    /// <summary>Everything that the analyzers say about the example, by position.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Analyze(RuleExample example)
    {
        Assert.False(Analyzers.IsEmpty, "The assembly of the rules has no analyzer.");
        CompilationWithAnalyzers analysis = Compile(example).WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false));
        ImmutableArray<Diagnostic> said = await analysis.GetAnalyzerDiagnosticsAsync();
        return [.. said.Where(diagnostic => !diagnostic.IsSuppressed).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }
}
