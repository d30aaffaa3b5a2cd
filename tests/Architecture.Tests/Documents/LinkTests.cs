using System.Text.RegularExpressions;
using LockGraph.Architecture.Tests.Support;

namespace LockGraph.Architecture.Tests.Documents;

public partial class LinkTests
{
    [Fact]
    public void RelativeLink_LeadsToAFile() => Problems.None(
        from document in MarkdownDocument.All
        from link in document.Links
        where !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal)
        let problem = ProblemWith(document, link)
        where problem is not null
        select $"{document.File}: {link}: {problem}");

    [Fact]
    public void FileNamedInText_Exists() => Problems.None(
        from document in MarkdownDocument.All
        from name in document.NamedFiles
        where !Exists(Repository.FullPath(name))
        select $"{document.File}: {name}");

    [Fact]
    public void DocumentNamedInSource_Exists() => Problems.None(
        from file in Repository.FilesUnder("", ".cs")
        from Match match in DocumentPath().Matches(Repository.Read(file))
        where !Exists(Repository.FullPath(match.Value))
        select $"{file}: {match.Value}");

    [Fact]
    public void EveryDocument_IsReachedFromTheReadme()
    {
        Dictionary<string, MarkdownDocument> documents = MarkdownDocument.All.ToDictionary(document => document.File);
        var reached = new HashSet<string>(StringComparer.Ordinal) { "README.md" };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out string? file))
        {
            foreach (string target in documents[file].Links.Where(link => !link.Contains("://", StringComparison.Ordinal)).Select(link => Resolve(file, link.Split('#')[0])))
            {
                if (documents.ContainsKey(target) && reached.Add(target))
                {
                    open.Enqueue(target);
                }
            }
        }

        Problems.None(documents.Keys.Where(file => file.StartsWith("docs/", StringComparison.Ordinal)).Except(reached));
    }

    private static string? ProblemWith(MarkdownDocument document, string link)
    {
        string[] parts = link.Split('#');
        string target = parts[0].Length == 0 ? document.File : Resolve(document.File, parts[0]);
        if (!Exists(Repository.FullPath(target)))
        {
            return "no such file";
        }

        return parts.Length == 1 || MarkdownDocument.Read(target).Anchors.Contains(parts[1]) ? null : "no such heading";
    }

    private static string Resolve(string file, string link) =>
        Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, link))).Replace('\\', '/');

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    [GeneratedRegex(@"\bdocs/[\w/-]+\.md\b")]
    private static partial Regex DocumentPath();
}
