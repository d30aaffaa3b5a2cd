using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LockGraph.Cli.Loading;

/// <summary>The <c>.editorconfig</c> files that apply to sources without a project: severities and options.</summary>
internal sealed class EditorConfigFiles : SyntaxTreeOptionsProvider
{
    private readonly AnalyzerConfigSet _set;
    private readonly ConcurrentDictionary<string, AnalyzerConfigOptionsResult> _results = new(StringComparer.Ordinal);

    private EditorConfigFiles(AnalyzerConfigSet set)
    {
        _set = set;
        Provider = new OptionsProvider(this);
    }

    /// <summary>The options, as analyzers read them.</summary>
    public AnalyzerConfigOptionsProvider Provider { get; }

    /// <summary>Reads the files beside and above the sources. Which of them is the root is decided by their content.</summary>
    public static EditorConfigFiles Above(IEnumerable<string> sources)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string source in sources)
        {
            for (DirectoryInfo? at = Directory.GetParent(source); at is not null && seen.Add(at.FullName); at = at.Parent)
            {
                string file = Path.Combine(at.FullName, ".editorconfig");
                if (File.Exists(file))
                {
                    files.Add(file);
                }
            }
        }

        return new EditorConfigFiles(AnalyzerConfigSet.Create(files.Select(file => AnalyzerConfig.Parse(SourceText.From(File.ReadAllText(file)), file)).ToList()));
    }

    /// <inheritdoc/>
    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
        Of(tree).AnalyzerOptions.TryGetValue("generated_code", out string? value) && bool.TryParse(value, out bool isGenerated)
            ? (isGenerated ? GeneratedKind.MarkedGenerated : GeneratedKind.NotGenerated)
            : GeneratedKind.Unknown;

    /// <inheritdoc/>
    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        Of(tree).TreeOptions.TryGetValue(diagnosticId, out severity);

    /// <inheritdoc/>
    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        _set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);

    private AnalyzerConfigOptionsResult Of(SyntaxTree tree) => _results.GetOrAdd(tree.FilePath, path =>
        Path.IsPathRooted(path) ? _set.GetOptionsForSourcePath(path) : _set.GlobalConfigOptions);

    private sealed class OptionsProvider(EditorConfigFiles files) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(files._set.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(files.Of(tree).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(files._set.GetOptionsForSourcePath(textFile.Path).AnalyzerOptions);
    }

    private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
