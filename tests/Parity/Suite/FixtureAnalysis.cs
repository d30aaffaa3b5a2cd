using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LockGraph.Parity.Tests.Suite;

/// <summary>What the analyzer says of the source of a fixture.</summary>
/// <remarks>Each fixture is a compilation of its own, as each run has a validator of its own.</remarks>
internal static class FixtureAnalysis
{
    private const string _ownRules = "LG";

    // Where a promise was made is told with the name of the assembly.
    private static readonly string _own = typeof(FixtureAnalysis).Assembly.GetName().Name!;

    // What the SDK's implicit usings give the fixtures of this project.
    private const string _implicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions _syntax = new(LanguageVersion.Latest);

    private static readonly SyntaxTree _usings = Parse(_implicitUsings, "Usings.cs");

    private static readonly CSharpCompilationOptions _options =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly Lazy<ImmutableArray<MetadataReference>> _references = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll"
                    || name is "LockGraph.Annotations.dll" or "LockGraph.Core.dll" or "LockGraph.Runtime.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> _analyzers = new(() =>
    [
        .. from type in Assembly.Load("LockGraph.Analyzer").GetTypes()
           where !type.IsAbstract && type.IsDefined(typeof(DiagnosticAnalyzerAttribute))
           orderby type.FullName
           select (DiagnosticAnalyzer)Activator.CreateInstance(type)!,
    ]);

    private static readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<Finding>>>> _done = new();

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers => _analyzers.Value;

    /// <summary>The findings of our rules that a reader of the build would see; made once.</summary>
    public static Task<IReadOnlyList<Finding>> Of(Fixture fixture) =>
        _done.GetOrAdd(fixture.Name, _ => new Lazy<Task<IReadOnlyList<Finding>>>(() => Task.Run(() => Analyze(fixture)))).Value;

    /// <summary>The findings in all fixtures when they are one compilation, by file.</summary>
    public static async Task<ILookup<string, Finding>> Together()
    {
        var files = Fixture.All.Values.ToDictionary(fixture => fixture.File, StringComparer.Ordinal);
        return (await Diagnose(files.Values))
            .Select(diagnostic => (Fixture: files[diagnostic.Location.GetLineSpan().Path], Diagnostic: diagnostic))
            .ToLookup(said => said.Fixture.File, said => FindingOf(said.Fixture, said.Diagnostic), StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyList<Finding>> Analyze(Fixture fixture) =>
        [.. (await Diagnose([fixture])).Select(diagnostic => FindingOf(fixture, diagnostic))];

    /// <summary>What the compiler says against the source of all fixtures: nothing, or what was analyzed is not what ran.</summary>
    public static IReadOnlyList<Diagnostic> Errors() =>
        [.. Compile(Fixture.All.Values).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    private static CSharpCompilation Compile(IEnumerable<Fixture> fixtures) => CSharpCompilation.Create(
        _own, fixtures.Select(fixture => Parse(fixture.Source, fixture.File)).Append(_usings), _references.Value, _options);

    private static async Task<IEnumerable<Diagnostic>> Diagnose(IEnumerable<Fixture> fixtures)
    {
        if (Analyzers.IsEmpty)
        {
            return [];
        }

        ImmutableArray<Diagnostic> said = await Compile(fixtures).WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync();
        Diagnostic[] crashed = [.. said.Where(diagnostic => !diagnostic.Id.StartsWith(_ownRules, StringComparison.Ordinal))];
        Assert.True(crashed.Length == 0, string.Join(Environment.NewLine, crashed.AsEnumerable()));
        return said.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden);
    }

    // The text has an encoding, and so the sites that a report prints have a checksum to go by.
    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), _syntax, path);

    private static Finding FindingOf(Fixture fixture, Diagnostic diagnostic) => new(
        diagnostic.Id,
        diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1,
        null,
        fixture.Local(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
}
