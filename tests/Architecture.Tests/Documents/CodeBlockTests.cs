using LockGraph.Architecture.Tests.Support;

namespace LockGraph.Architecture.Tests.Documents;

/// <summary>Code in documents is code that is compiled: each block stands, line by line, in an example or a sample.</summary>
public class CodeBlockTests
{
    public static IEnumerable<object[]> DocumentsWithCode =>
        MarkdownDocument.All.Where(document => document.Blocks.Any(block => block.Language == "csharp")).Select(document => new object[] { document.File });

    [Theory]
    [MemberData(nameof(DocumentsWithCode))]
    public void CodeBlock_StandsInACompiledFile(string file)
    {
        string[] compiled =
        [
            .. Repository.FilesUnder("tests/Architecture.Tests/Examples/", ".cs").Concat(Repository.FilesUnder("samples/", ".cs"))
                .Select(source => Plain(Repository.Read(source))),
        ];
        Problems.None(
            from block in MarkdownDocument.Read(file).Blocks
            where block.Language == "csharp" && !Array.Exists(compiled, source => source.Contains(Plain(block.Text), StringComparison.Ordinal))
            select block.Text);
    }

    // Indentation and empty lines differ between a page and a class; nothing else may.
    private static string Plain(string code) =>
        "\n" + string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)) + "\n";
}
