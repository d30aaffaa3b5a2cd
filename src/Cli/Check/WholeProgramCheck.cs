using LockGraph.Analyzer;
using LockGraph.Cli.Loading;
using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Cli.Check;

/// <summary>What the build of each project tells, and the order graph of each, so that a ring across projects can be judged.</summary>
/// <param name="build">The analyzers, one project after the other.</param>
internal sealed class WholeProgramCheck(IStaticCheck build) : IStaticCheck
{
    /// <inheritdoc/>
    public IReadOnlyList<DiagnosticDescriptor> Rules => build.Rules;

    /// <inheritdoc/>
    public CheckedCode Check(IReadOnlyList<LoadedProject> projects, IProgress<string> progress, CancellationToken cancellation)
    {
        CheckedCode built = build.Check(projects, progress, cancellation);
        var orders = new List<OrderSnapshot>();
        foreach (LoadedProject project in projects)
        {
            progress.Report($"ordering {project.Name}");
            AnalyzerSettings settings = AnalyzerSettings.Read(project.Options.AnalyzerConfigOptionsProvider, project.Compilation);
            var facts = new CompilationFacts(project.Compilation, settings, null, cancellation);
            orders.Add(new CompilationRules(facts, cancellation).Order(new StaticProgram(facts, cancellation), cancellation).Snapshot(project.Name));
        }

        return built with { Orders = orders };
    }
}
