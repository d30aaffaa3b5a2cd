namespace LockGraph.Cli.Loading;

/// <summary>What a path on the command line means.</summary>
/// <param name="Solution">A solution file, or none.</param>
/// <param name="Projects">Project files, when there is no solution.</param>
/// <param name="Sources">Source files, when there is no project either.</param>
internal sealed record InputPath(string? Solution, IReadOnlyList<string> Projects, IReadOnlyList<string> Sources)
{
    // What builds leave behind is not what people wrote.
    private static readonly string[] _generated = ["bin", "obj", "node_modules"];

    /// <summary>A solution, project or source file, or a folder: its one solution, else all projects below it, else all sources below it.</summary>
    /// <exception cref="BadInputException">There is no such file, nothing to check in it, or more than one thing it can mean.</exception>
    public static InputPath Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            return InFolder(path, full);
        }

        if (!File.Exists(full))
        {
            throw new BadInputException($"{path}: there is no such file or folder.");
        }

        return Path.GetExtension(full).ToLowerInvariant() switch
        {
            ".sln" or ".slnx" => new InputPath(full, [], []),
            ".csproj" => new InputPath(null, [full], []),
            ".cs" => new InputPath(null, [], [full]),
            _ => throw new BadInputException($"{path}: this is not a .sln, .slnx, .csproj or .cs file."),
        };
    }

    private static InputPath InFolder(string path, string full)
    {
        // Beside an old solution file of the same name, the new one is the one that is kept.
        string[] solutions =
        [
            .. Directory.EnumerateFiles(full).Where(file => Path.GetExtension(file) is ".sln" or ".slnx")
                .GroupBy(file => Path.GetFileNameWithoutExtension(file), (_, same) => same.Order(StringComparer.Ordinal).Last()).Order(StringComparer.Ordinal),
        ];
        if (solutions.Length > 1)
        {
            throw new BadInputException($"{path}: there are several solutions, name one: {string.Join(", ", solutions.Select(Path.GetFileName))}.");
        }

        if (solutions.Length == 1)
        {
            return new InputPath(solutions[0], [], []);
        }

        string[] files = [.. Walk(new DirectoryInfo(full)).Order(StringComparer.Ordinal)];
        string[] projects = [.. files.Where(file => file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))];
        if (projects.Length > 0)
        {
            return new InputPath(null, projects, []);
        }

        string[] sources = [.. files.Where(file => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))];
        return sources.Length > 0 ? new InputPath(null, [], sources) : throw new BadInputException($"{path}: there is no C# in this folder.");
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{ShownPath.Of(folder.FullName)}: {exception.Message}", exception);
        }

        foreach (FileSystemInfo entry in entries)
        {
            if (entry is FileInfo)
            {
                yield return entry.FullName;
            }

            // A link may lead back up.
            else if (entry is DirectoryInfo inner && inner.LinkTarget is null && inner.Name[0] != '.' && !_generated.Contains(inner.Name))
            {
                foreach (string file in Walk(inner))
                {
                    yield return file;
                }
            }
        }
    }
}
