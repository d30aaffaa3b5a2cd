using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace LockGraph.Cli.Loading;

/// <summary>From a path to compilations. What does not load or compile is named, and the rest is loaded all the same.</summary>
internal static class SourceLoader
{
    /// <summary>Loads whatever the path means.</summary>
    /// <param name="path">A solution, project or source file, or a folder.</param>
    /// <param name="progress">Is told what is being done now.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="BadInputException">The path leads to nothing that can be checked.</exception>
    public static async Task<LoadedCode> LoadAsync(string path, IProgress<string> progress, CancellationToken cancellation)
    {
        InputPath input = InputPath.Resolve(path);
        if (input.Sources.Count == 0)
        {
            return await LoadProjectsAsync(input, progress, cancellation).ConfigureAwait(false);
        }

        progress.Report($"compiling {path}");
        LoadedProject loose = LooseSources.Compile(path, input.Sources);
        return FirstError(loose.Compilation, cancellation) is { } error
            ? new LoadedCode([], [new LoadProblem(loose.File, error)], [])
            : new LoadedCode([loose], [], []);
    }

    private static async Task<LoadedCode> LoadProjectsAsync(InputPath input, IProgress<string> progress, CancellationToken cancellation)
    {
        (IReadOnlyList<string> wanted, IReadOnlyList<string> others) = input.Solution is null
            ? (input.Projects, [])
            : await ProjectFiles.InSolutionAsync(input.Solution, cancellation).ConfigureAwait(false);
        using var workspace = MSBuildWorkspace.Create();
        await ProjectFiles.OpenAsync(workspace, input.Solution, wanted, progress, cancellation).ConfigureAwait(false);

        var problems = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var loaded = new List<LoadedProject>();
        Solution solution = workspace.CurrentSolution;
        IReadOnlyList<Project> chosen = ProjectVariants.Choose(solution);
        int done = 0;
        foreach (Project project in chosen)
        {
            progress.Report($"compiling {project.Name} ({++done} of {chosen.Count})");
            string name = ShownPath.Of(project.FilePath ?? project.Name);
            Compilation? compilation = await project.GetCompilationAsync(cancellation).ConfigureAwait(false);
            string? error = compilation is null ? "it has no compilation" : FirstError(compilation, cancellation);
            if (error is null)
            {
                loaded.Add(new LoadedProject(name, project.Name, compilation!, project.AnalyzerOptions));
            }
            else
            {
                problems.TryAdd(name, LoadFailures.Of(workspace, project.FilePath)
                    ?? (LoadFailures.IsRestored(project.FilePath) ? error : "it is not restored (run dotnet restore)"));
            }
        }

        foreach (string missing in wanted.Where(file => !solution.Projects.Any(project => ProjectFiles.SameFile(project.FilePath, file))))
        {
            problems.TryAdd(ShownPath.Of(missing), LoadFailures.Of(workspace, missing) ?? "it did not load");
        }

        return new LoadedCode(
            loaded,
            [.. problems.Select(problem => new LoadProblem(problem.Key, problem.Value))],
            [.. others.Select(file => $"{ShownPath.Of(file)}: this is not a C# project and is not checked.")]);
    }

    // A warning that the project made an error is no reason not to look further.
    private static string? FirstError(Compilation compilation, CancellationToken cancellation) => compilation.GetDiagnostics(cancellation)
        .Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error && diagnostic.Severity == DiagnosticSeverity.Error)
        .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
        .Select(Told).FirstOrDefault();

    private static string Told(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        string place = span.IsValid && span.Path.Length > 0 ? $"{ShownPath.Of(span.Path)}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): " : "";
        return $"{place}{diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
