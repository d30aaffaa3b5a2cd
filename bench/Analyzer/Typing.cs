using System.Diagnostics;
using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LockGraph.Bench.Analyzer;

/// <summary>How long the rules of one file take to answer after a one-line edit of it, in a project that stays as it is around it.</summary>
internal static class Typing
{
    public static void Measure(int lines, int edits)
    {
        using var workspace = new AdhocWorkspace();
        ProjectId id = ProjectId.CreateNewId();
        Solution solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Create(), "Synthetic", "Synthetic", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            metadataReferences: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))));
        var documents = new List<DocumentId>();
        foreach ((string name, string text) in SyntheticSource.Files(lines / SyntheticSource.Lines))
        {
            documents.Add(DocumentId.CreateNewId(id));
            solution = solution.AddDocument(documents[^1], name, SourceText.From(text), filePath: name);
        }

        // The compiler's own answer, then the analyzer's on the same compilation: what the analyzer adds to a keystroke.
        var compiler = new List<double>();
        var added = new List<double>();
        for (int edit = -3; edit < edits; edit++)
        {
            DocumentId edited = documents[(edit + 3) * 13 % (documents.Count / SyntheticSource.FilesPerModule) * SyntheticSource.FilesPerModule];
            solution = solution.WithDocumentText(edited, Edited(solution.GetDocument(edited)!, edit));
            Document document = solution.GetDocument(edited)!;
            var watch = Stopwatch.StartNew();
            SemanticModel model = document.GetSemanticModelAsync().GetAwaiter().GetResult()!;
            _ = model.GetDiagnostics();
            double own = watch.Elapsed.TotalMilliseconds;
            watch.Restart();
            var analysis = new CompilationWithAnalyzers(model.Compilation, [new LockAnalyzer()], new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), onAnalyzerException: (exception, _, _) => throw exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
            _ = analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, default).GetAwaiter().GetResult();
            double ours = watch.Elapsed.TotalMilliseconds;
            if (edit < 0)
            {
                Console.WriteLine($"warm-up: compiler {own:F0} ms, analyzer {ours:F0} ms");
                continue;
            }

            compiler.Add(own);
            added.Add(ours);
        }

        Console.WriteLine($"{lines:N0} lines, {documents.Count:N0} files, {edits} edits: compiler median {Overhead.Median(compiler):F0} ms; analyzer median {Overhead.Median(added):F0} ms, worst {added.Max():F0} ms");
    }

    // A line in the body of a method that locks.
    private static SourceText Edited(Document document, int edit)
    {
        SourceText text = document.GetTextAsync().GetAwaiter().GetResult();
        int at = text.ToString().IndexOf("_values[key] = value;", StringComparison.Ordinal);
        return text.WithChanges(new TextChange(new TextSpan(at, 0), $"_values[\"edit {edit}\"] = {edit + 10};\n            "));
    }
}
