using System.Collections.Immutable;
using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LockGraph.Cli.Tests.Check;

#pragma warning disable RS1036, RS1038, RS1041, RS2008 // This analyzer never runs in a compiler.

/// <summary>A rule so simple that these tests are about everything but the rule: a lock statement inside another one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NestedLocks : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor _nested = new(
        "LG1002",
        "Lock-order inversion",
        "{0} is acquired while {1} is held",
        "Order",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A lock inside a lock.",
        "https://example.org/LG1002.md");

    private static readonly DiagnosticDescriptor _string = new("LG3004", "Wrong object", "{0}: 100%, a [text](link) and {{braces}}", "Hazard", DiagnosticSeverity.Info, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [_nested, _string];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Look, SyntaxKind.LockStatement);
    }

    private static void Look(SyntaxNodeAnalysisContext context)
    {
        var inner = (LockStatementSyntax)context.Node;
        if (inner.Expression.ToString() == "fault")
        {
            throw new InvalidOperationException("The rule broke.");
        }

        if (inner.Expression is LiteralExpressionSyntax)
        {
            context.ReportDiagnostic(Diagnostic.Create(_string, inner.Expression.GetLocation(), inner.Expression));
        }

        if (inner.Ancestors().OfType<LockStatementSyntax>().FirstOrDefault() is { } outer)
        {
            string[] classes = ["C." + outer.Expression, "C." + inner.Expression];
            context.ReportDiagnostic(Diagnostic.Create(
                _nested,
                inner.Expression.GetLocation(),
                [outer.Expression.GetLocation()],
                new Dictionary<string, string?>
                {
                    [DiagnosticProperties.Classes] = string.Join(DiagnosticProperties.Separator, classes),
                    [DiagnosticProperties.Edges] = string.Join('>', classes),
                    [DiagnosticProperties.Captions] = $"{classes[0]} is acquired",
                }.ToImmutableDictionary(),
                classes[1],
                classes[0]));
        }
    }
}
