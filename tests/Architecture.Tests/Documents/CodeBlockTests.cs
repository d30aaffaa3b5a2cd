using LockGraph.Architecture.Tests.Support;

namespace LockGraph.Architecture.Tests.Documents;

/// <summary>Code in documents is code that is compiled: each block stands, line by line, in an example or a sample.</summary>
/// <remarks>The examples of the rules are compiled, each by itself, by <c>tests/Analyzer.Tests/Catalogue</c>.</remarks>
public class CodeBlockTests
{
    public static IEnumerable<object[]> DocumentsWithCode =>
        MarkdownDocument.All.Where(document => document.Blocks.Any(block => block.Language == "csharp")).Select(document => new object[] { document.File });

    private static readonly string[] _compiledFolders = ["tests/Architecture.Tests/Examples/", "tests/RuleExamples/", "samples/"];

    [Theory]
    [MemberData(nameof(DocumentsWithCode))]
    public void CodeBlock_StandsInACompiledFile(string file)
    {
        string[] compiled =
            [.. _compiledFolders.SelectMany(folder => Repository.FilesUnder(folder, ".cs")).Select(source => Plain(Repository.Read(source)))];
        Problems.None(
            from block in MarkdownDocument.Read(file).Blocks
            where block.Language == "csharp" && !Array.Exists(compiled, source => source.Contains(Plain(block.Text), StringComparison.Ordinal))
            select block.Text);
    }

    // Indentation and empty lines differ between a page and a class; nothing else may.
    private static string Plain(string code) =>
        "\n" + string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)) + "\n";
}
