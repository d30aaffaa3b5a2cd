using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LockGraph.Analyzer;

/// <summary>Checks lock order and lock discipline of C# code: every rule of the catalogue.</summary>
/// <remarks>
/// The rules of one body are judged file by file, while typing. The rules of the whole program follow at the end of the compilation, on build.
/// Holds no state of its own, so one instance serves any number of compilations at once.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // Generated code takes part in the order; nothing is reported in it.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterCompilationStartAction(start =>
        {
            AnalyzerSettings settings = AnalyzerSettings.Read(start.Options.AnalyzerConfigOptionsProvider, start.Compilation);
            string? summaryFile = SummaryFile.AskedFor(start.Options);
            var summaries = new ReferencedSummaries([start.Compilation], start.Options.AdditionalFiles);
            var facts = new CompilationFacts([start.Compilation], settings, summaries) { IsSummarized = summaryFile is not null };
            var rules = new CompilationRules(facts);
            start.RegisterSemanticModelAction(model =>
            {
                foreach (Finding finding in rules.OfFile(model.SemanticModel, model.CancellationToken))
                {
                    model.ReportDiagnostic(DiagnosticOf(finding, settings));
                }
            });
            start.RegisterCompilationEndAction(end =>
            {
                foreach (Finding finding in rules.OfProgram(end.CancellationToken))
                {
                    end.ReportDiagnostic(DiagnosticOf(finding, settings));
                }

                if (summaryFile is not null && rules.Summary is { } summary)
                {
                    SummaryFile.Write(summaryFile, summary);
                }
            });
        });
    }

    /// <summary>A finding as the compiler knows it.</summary>
    internal static Diagnostic DiagnosticOf(Finding finding, AnalyzerSettings settings)
    {
        DiagnosticDescriptor descriptor = Descriptors.Of(finding.RuleId);
        DiagnosticSeverity severity = descriptor.DefaultSeverity;
        if ((finding.RuleId == RuleIds.UnknownCode && settings.ExternalCallbacks) || (finding.RuleId == RuleIds.InferredGuard && settings.InferGuards))
        {
            severity = DiagnosticSeverity.Info;
        }

        ImmutableDictionary<string, string?> properties = finding.Others.Count == 0
            ? finding.Properties
            : finding.Properties.SetItem(DiagnosticProperties.Captions, string.Join("\n", finding.Others.Select(other => other.Caption)));
        return Diagnostic.Create(descriptor, finding.Location, severity, finding.Others.Select(other => other.Location), properties, finding.Arguments);
    }
}
