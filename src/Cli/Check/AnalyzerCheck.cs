using System.Collections.Immutable;
using LockGraph.Analyzer;
using LockGraph.Cli.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LockGraph.Cli.Check;

/// <summary>Runs analyzers over one project after the other, as a build does, and then follows calls from project to project.</summary>
/// <param name="analyzers">The analyzers.</param>
internal sealed class AnalyzerCheck(ImmutableArray<DiagnosticAnalyzer> analyzers) : IStaticCheck
{
    /// <inheritdoc/>
    public IReadOnlyList<DiagnosticDescriptor> Rules { get; } =
        [.. analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>With every analyzer that the analyzer package has.</summary>
    public static AnalyzerCheck OfPackage() => new([
        .. typeof(RuleIds).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)) && type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ]);

    /// <inheritdoc/>
    public CheckedCode Check(IReadOnlyList<LoadedProject> projects, IProgress<string> progress, CancellationToken cancellation)
    {
        var found = new List<(LoadedProject, Diagnostic)>();
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        foreach (LoadedProject project in analyzers.IsEmpty ? [] : projects)
        {
            progress.Report($"checking {project.Name}");
            var options = new CompilationWithAnalyzersOptions(
                project.Options,
                onAnalyzerException: (exception, _, _) =>
                {
                    lock (faults)
                    {
                        faults.Add($"{project.Name}: {exception.GetType().Name}: {exception.Message}");
                    }
                },
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false);
            ImmutableArray<Diagnostic> diagnostics =
                new CompilationWithAnalyzers(project.Compilation, analyzers, options).GetAnalyzerDiagnosticsAsync(cancellation).GetAwaiter().GetResult();
            found.AddRange(diagnostics.Where(diagnostic => !diagnostic.IsSuppressed).Select(diagnostic => (project, diagnostic)));
        }

        if (projects.Count == 0 || faults.Count > 0)
        {
            return new CheckedCode(found, Order: null, [.. faults]);
        }

        progress.Report("following calls across projects");
        WholeProgram program = WholeProgram.Of(projects, cancellation);
        var known = new HashSet<(string, Location)>(found.Select(entry => (entry.Item2.Id, entry.Item2.Location)));
        found.AddRange(program.Diagnostics(projects).Where(entry => known.Add((entry.Diagnostic.Id, entry.Diagnostic.Location))));
        return new CheckedCode(found, program.Order.Snapshot(""), []);
    }
}
