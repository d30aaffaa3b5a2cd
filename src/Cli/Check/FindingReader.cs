using System.Collections.Immutable;
using System.Globalization;
using LockGraph.Analyzer;
using LockGraph.Cli.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LockGraph.Cli.Check;

/// <summary>From diagnostics to findings: places, captions, members and fingerprints, in one order.</summary>
internal static class FindingReader
{
    /// <summary>Reads them. One place looked at in several builds of a project is one finding.</summary>
    /// <returns>By path, line, column, rule and message; hidden ones are left out.</returns>
    public static IReadOnlyList<Finding> Read(IEnumerable<(LoadedProject Project, Diagnostic Diagnostic)> found, CancellationToken cancellation)
    {
        IEnumerable<Finding> sorted = found.Where(one => one.Diagnostic.Severity != DiagnosticSeverity.Hidden)
            .Select(one => Read(one.Project, one.Diagnostic, cancellation))
            .OrderBy(finding => finding.Place?.Path, StringComparer.Ordinal).ThenBy(finding => finding.Place?.Line).ThenBy(finding => finding.Place?.Column)
            .ThenBy(finding => finding.Rule, StringComparer.Ordinal).ThenBy(finding => finding.Message, StringComparer.Ordinal)
            .DistinctBy(finding => (finding.Rule, finding.Place, finding.Message));
        return Fingerprints.Give([.. sorted]);
    }

    private static Finding Read(LoadedProject project, Diagnostic diagnostic, CancellationToken cancellation)
    {
        ImmutableDictionary<string, string?> properties = diagnostic.Properties;
        string[] captions = properties.GetValueOrDefault(DiagnosticProperties.Captions)?.Split('\n') ?? [];
        var witnesses = new List<Witness>();
        for (int at = 0; at < diagnostic.AdditionalLocations.Count; at++)
        {
            if (PlaceOf(diagnostic.AdditionalLocations[at], cancellation) is { } place)
            {
                witnesses.Add(new Witness(captions.ElementAtOrDefault(at) ?? "", place));
            }
        }

        return new Finding(
            diagnostic.Id,
            diagnostic.Severity,
            string.Join(' ', diagnostic.GetMessage(CultureInfo.InvariantCulture).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)),
            PlaceOf(diagnostic.Location, cancellation),
            witnesses,
            MemberAt(project.Compilation, diagnostic.Location, cancellation),
            Split(properties.GetValueOrDefault(DiagnosticProperties.Classes)),
            [.. Split(properties.GetValueOrDefault(DiagnosticProperties.Edges)).Select(EdgeOf).Where(edge => edge.Outer.Length > 0)]);
    }

    // Generic classes have brackets of their own: "Cache<T>._gate>Store._gate".
    private static (string Outer, string Inner) EdgeOf(string edge)
    {
        int depth = 0;
        for (int at = 0; at < edge.Length; at++)
        {
            if (edge[at] == '>' && depth == 0)
            {
                return (edge[..at], edge[(at + 1)..]);
            }

            depth += edge[at] switch { '<' => 1, '>' => -1, _ => 0 };
        }

        return ("", edge);
    }

    private static string[] Split(string? names) => names?.Split(DiagnosticProperties.Separator, StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static FindingPlace? PlaceOf(Location location, CancellationToken cancellation)
    {
        FileLinePositionSpan span = location.GetMappedLineSpan();
        if (!span.IsValid)
        {
            return null;
        }

        string excerpt = "";
        if (location.SourceTree is { } tree)
        {
            // The code as written, also where a #line directive gives it another name.
            TextLineCollection lines = tree.GetText(cancellation).Lines;
            excerpt = lines[lines.GetLinePosition(location.SourceSpan.Start).Line].ToString();
        }

        return new FindingPlace(
            Path.IsPathRooted(span.Path) ? ShownPath.Of(span.Path) : span.Path.Replace('\\', '/'),
            span.StartLinePosition.Line + 1,
            span.StartLinePosition.Character + 1,
            span.EndLinePosition.Line + 1,
            span.EndLinePosition.Character + 1,
            excerpt);
    }

    private static string MemberAt(Compilation compilation, Location location, CancellationToken cancellation)
    {
        if (location.SourceTree is not { } tree || !compilation.ContainsSyntaxTree(tree))
        {
            return "";
        }

        ISymbol? symbol = compilation.GetSemanticModel(tree).GetEnclosingSymbol(location.SourceSpan.Start, cancellation);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LambdaMethod or MethodKind.LocalFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol?.GetDocumentationCommentId() ?? "";
    }
}
