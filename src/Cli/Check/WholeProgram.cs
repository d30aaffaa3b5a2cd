using LockGraph.Analyzer;
using LockGraph.Cli.Loading;
using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Cli.Check;

/// <summary>The order of all projects at once: calls are followed from one into the other, so a ring that three of them close is one ring.</summary>
internal sealed class WholeProgram
{
    private WholeProgram(StaticOrder order, DeclaredOrder declared, IReadOnlyList<Analyzer.Finding> findings, AnalyzerSettings settings)
    {
        Order = order;
        Declared = declared;
        Findings = findings;
        Settings = settings;
    }

    /// <summary>The graph, with what it broke.</summary>
    public StaticOrder Order { get; }

    /// <summary>What the annotations of all projects promise.</summary>
    public DeclaredOrder Declared { get; }

    /// <summary>What is wrong with the program as a whole.</summary>
    public IReadOnlyList<Analyzer.Finding> Findings { get; }

    /// <summary>The options of all projects, those of the last one first.</summary>
    public AnalyzerSettings Settings { get; }

    /// <summary>Looks at everything at once.</summary>
    /// <param name="projects">Dependencies before those who use them; at least one.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static WholeProgram Of(IReadOnlyList<LoadedProject> projects, CancellationToken cancellation)
    {
        AnalyzerSettings settings = projects.Select(project => AnalyzerSettings.Read(project.Options.AnalyzerConfigOptionsProvider, project.Compilation))
            .Aggregate((earlier, later) => later.Join(earlier));
        var facts = new CompilationFacts([.. projects.Select(project => project.Compilation)], settings);
        var rules = new CompilationRules(facts);
        var program = new StaticProgram(facts, cancellation);
        StaticOrder order = rules.Order(program, cancellation);
        return new WholeProgram(order, order.Declared, order.Findings, settings);
    }

    /// <summary>The findings as Roslyn tells them, each with its project, with the severities that the project gives them.</summary>
    public IEnumerable<(LoadedProject Project, Diagnostic Diagnostic)> Diagnostics(IReadOnlyList<LoadedProject> projects)
    {
        foreach (Analyzer.Finding finding in Findings)
        {
            LoadedProject? project = projects.FirstOrDefault(project => finding.Location.SourceTree is { } tree && project.Compilation.ContainsSyntaxTree(tree));
            if (project is null)
            {
                continue;
            }

            Diagnostic told = LockAnalyzer.DiagnosticOf(finding, Settings);
            foreach (Diagnostic effective in Microsoft.CodeAnalysis.Diagnostics.CompilationWithAnalyzers.GetEffectiveDiagnostics([told], project.Compilation))
            {
                yield return (project, effective);
            }
        }
    }
}
