using System.Collections.Immutable;
using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Luo.Tests.Analysis;

/// <summary>The sources of the sample, compiled and analyzed as they are or with a change.</summary>
internal static class LuoSources
{
    private const string _usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions _options = new(LanguageVersion.Latest);

    private static readonly string _folder = Path.Combine(Root(), "samples", "Luo");

    private static readonly ImmutableArray<MetadataReference> _references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is not ("Luo.dll" or "Luo.Tests.dll"))
            .Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly Lazy<ImmutableArray<SyntaxTree>> _trees = new(() =>
    [
        CSharpSyntaxTree.ParseText(_usings, _options, "Usings.cs"),
        .. Directory.EnumerateFiles(_folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"))
            .Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), _options, Path.GetRelativePath(_folder, file).Replace('\\', '/'))),
    ]);

    /// <summary>Everything that the analyzer says of the sample.</summary>
    /// <param name="file">The file to change, from the folder of the sample; null for none.</param>
    /// <param name="changes">What stands there, once, and what is to stand there instead.</param>
    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string? file = null, params (string Before, string After)[] changes)
    {
        ImmutableArray<SyntaxTree> trees = _trees.Value;
        if (file is not null)
        {
            SyntaxTree changed = Assert.Single(trees, tree => tree.FilePath == file);
            string text = changed.ToString();
            foreach ((string before, string after) in changes)
            {
                Assert.Equal(2, text.Split(before).Length);
                text = text.Replace(before, after, StringComparison.Ordinal);
            }

            trees = trees.Replace(changed, CSharpSyntaxTree.ParseText(text, _options, file));
        }

        var compilation = CSharpCompilation.Create(
            "Luo", trees, _references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([new LockAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private static string Root()
    {
        string at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "LockGraph.sln")))
        {
            at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        }

        return at;
    }
}
