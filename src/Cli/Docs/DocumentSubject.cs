namespace LockGraph.Cli.Docs;

/// <summary>What a document is about, for its title: the same on every machine, whatever the folder of the clone is called.</summary>
internal static class DocumentSubject
{
    private static readonly string[] _projects = ["*.sln", "*.slnx", "*.csproj"];

    /// <summary>The name of the file without its ending; for a folder, that of the one solution or project in it, else its own.</summary>
    public static string Of(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(full))
        {
            string name = Path.GetFileName(full);
            return name.EndsWith(SnapshotOrderSource.Ending, StringComparison.OrdinalIgnoreCase) ? name[..^SnapshotOrderSource.Ending.Length] : Path.GetFileNameWithoutExtension(name);
        }

        foreach (string pattern in _projects)
        {
            if (Directory.GetFiles(full, pattern) is [var only])
            {
                return Path.GetFileNameWithoutExtension(only);
            }
        }

        return Path.GetFileName(full);
    }
}
