using System.Xml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.VisualStudio.SolutionPersistence;
using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace LockGraph.Cli.Loading;

/// <summary>Opens solutions and projects with MSBuild, in a process of its own that Roslyn brings along. Nothing is restored and nothing is built.</summary>
internal static class ProjectFiles
{
    /// <summary>Which projects a solution has.</summary>
    /// <returns>Full paths of its C# projects, and of its others.</returns>
    /// <exception cref="BadInputException">The solution cannot be read.</exception>
    public static async Task<(IReadOnlyList<string> CSharp, IReadOnlyList<string> Others)> InSolutionAsync(string solution, CancellationToken cancellation)
    {
        ISolutionSerializer serializer = SolutionSerializers.GetSerializerByMoniker(solution)
            ?? throw new BadInputException($"{ShownPath.Of(solution)}: this is not a solution.");
        try
        {
            SolutionModel model = await serializer.OpenAsync(solution, cancellation).ConfigureAwait(false);
            string folder = Path.GetDirectoryName(solution)!;
            ILookup<bool, string> projects = model.SolutionProjects
                .Select(project => Path.GetFullPath(Path.Combine(folder, project.FilePath.Replace('\\', Path.DirectorySeparatorChar))))
                .Order(StringComparer.Ordinal).ToLookup(file => file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase));
            return ([.. projects[true]], [.. projects[false]]);
        }
        catch (Exception exception) when (exception is SolutionException or XmlException or IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{ShownPath.Of(solution)}: this solution cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Opens them all in the workspace; what goes wrong is in its diagnostics.</summary>
    public static async Task OpenAsync(MSBuildWorkspace workspace, string? solution, IReadOnlyList<string> projects, IProgress<string> progress, CancellationToken cancellation)
    {
        var steps = new LoadSteps(progress);
        if (solution is not null)
        {
            await workspace.OpenSolutionAsync(solution, progress: steps, cancellationToken: cancellation).ConfigureAwait(false);
            return;
        }

        foreach (string project in projects)
        {
            // A project that another one refers to is there already.
            if (!workspace.CurrentSolution.Projects.Any(open => SameFile(open.FilePath, project)))
            {
                await workspace.OpenProjectAsync(project, progress: steps, cancellationToken: cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>True for two spellings of one file.</summary>
    public static bool SameFile(string? one, string two) =>
        string.Equals(one, two, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private sealed class LoadSteps(IProgress<string> progress) : IProgress<ProjectLoadProgress>
    {
        public void Report(ProjectLoadProgress value) => progress.Report($"loading {ShownPath.Of(value.FilePath)}");
    }
}
