namespace LockGraph.Analyzer.Tests.Catalogue;

/// <summary>The files of this repository, by their paths from its root.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static bool Exists(string file) => File.Exists(Path.Combine(Root, file));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file)).ReplaceLineEndings("\n");

    /// <summary>The files with this ending, at any depth, in ordinal order.</summary>
    public static IReadOnlyList<string> Under(string folder, string ending) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*" + ending, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private static string FindRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "LockGraph.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("These tests look at the repository that they are built in.");
    }
}
