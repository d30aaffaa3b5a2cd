using LockGraph.Analyzer.Tests.Cases;
using LockGraph.Analyzer.Tests.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LockGraph.Analyzer.Tests.Editing;

/// <summary>The analyzer in an editor: code that changes under it, that is half typed, that nobody waits for any more.</summary>
public sealed class EditingTests
{
    private const string _ledger = """
        public sealed class Ledger
        {
            private readonly object _entries = new();
            private readonly object _totals = new();

            public void Post() { lock (_entries) { lock (_totals) { } } }

            public void Recompute() { lock (_totals) { lock (_entries) { } } }
        }
        """;

    [Fact]
    public async Task Findings_FollowEachEdit_AndNothingOfAnEarlierCompilationIsLeft()
    {
        using var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject("Ledger", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences(CaseCompilation.OfFixture("", "empty.cs", againstProduct: false).References);
        Document document = project.AddDocument("Ledger.cs", SourceText.From(_ledger));

        // One analyzer object for all compilations, as an editor keeps it.
        Assert.Equal(["LG1002"], await IdsAsync(document));

        Document repaired = Edit(document, "lock (_totals) { lock (_entries) { } }", "lock (_entries) { lock (_totals) { } }");
        Assert.Empty(await IdsAsync(repaired));

        Document leaking = Edit(repaired, "public void Post()", "public void Keep(bool go) { System.Threading.Monitor.Enter(_totals); if (go) System.Threading.Monitor.Exit(_totals); }\n    public void Post()");
        Assert.Equal(["LG2004"], await IdsAsync(leaking));

        Document undone = leaking.WithText(SourceText.From(_ledger));
        Assert.Equal(["LG1002"], await IdsAsync(undone));
        Assert.Empty(await IdsAsync(repaired));
    }

    [Fact]
    public async Task Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        CSharpCompilation compilation = CaseCompilation.OfFixture(_ledger, "ledger.cs", againstProduct: false);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => compilation.WithAnalyzers(ExampleCompilation.Analyzers).GetAnalyzerDiagnosticsAsync(source.Token));
    }

    /// <summary>Every fixture with tokens missing, one after the other: whatever is left, nothing is thrown.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task HalfTypedCode_IsNeverAFault(int share)
    {
        // Every fixture loses a handful of tokens, spread over it; another run would take the same ones.
        const int shares = 4;
        const int cuts = 5;
        foreach (Fixture fixture in Fixture.All.Where((_, index) => index % shares == share))
        {
            SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(fixture.Text).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];
            for (int cut = 0; cut < cuts; cut++)
            {
                SyntaxToken token = tokens[((((cut * 2) + 1) * tokens.Length / (cuts * 2)) + cut) % tokens.Length];
                string broken = fixture.Text.Remove(token.SpanStart, token.Span.Length);
                IReadOnlyList<Diagnostic> said = await CaseCompilation.Analyze(CaseCompilation.OfFixture(broken, fixture.File, fixture.AgainstProduct));
                Assert.DoesNotContain(said, diagnostic => diagnostic.Id == "AD0001");
            }
        }
    }

    private static Document Edit(Document document, string before, string after) =>
        document.WithText(SourceText.From(document.GetTextAsync().GetAwaiter().GetResult().ToString().Replace(before, after, StringComparison.Ordinal)));

    private static async Task<IEnumerable<string>> IdsAsync(Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        System.Collections.Immutable.ImmutableArray<Diagnostic> said = await compilation.WithAnalyzers(ExampleCompilation.Analyzers).GetAnalyzerDiagnosticsAsync();
        return said.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal);
    }
}
