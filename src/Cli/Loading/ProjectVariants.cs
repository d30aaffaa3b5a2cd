using Microsoft.CodeAnalysis;

namespace LockGraph.Cli.Loading;

/// <summary>A project that is built for several frameworks is loaded once for each. Which of these compilations are looked at.</summary>
internal static class ProjectVariants
{
    /// <summary>The newest framework of each project, and what these refer to: no body is missing, and few are seen twice.</summary>
    /// <returns>Dependencies before those who use them.</returns>
    public static IReadOnlyList<Project> Choose(Solution solution)
    {
        var chosen = new HashSet<ProjectId>();
        var open = new Stack<ProjectId>(solution.Projects.Where(project => project.Language == LanguageNames.CSharp)
            .GroupBy(project => project.FilePath, (_, variants) => variants.MaxBy(Age)!.Id));
        while (open.TryPop(out ProjectId? id))
        {
            if (solution.GetProject(id) is { Language: LanguageNames.CSharp } project && chosen.Add(id))
            {
                foreach (ProjectReference reference in project.ProjectReferences)
                {
                    open.Push(reference.ProjectId);
                }
            }
        }

        ProjectDependencyGraph dependencies = solution.GetProjectDependencyGraph();
        return [.. dependencies.GetTopologicallySortedProjects().Where(chosen.Contains).Select(id => solution.GetProject(id)!)];
    }

    // "Lib(net10.0)" is newer than "Lib(net8.0)"; "netstandard2.0" and "net472" are older than both.
    private static (int Line, Version Version, string Name) Age(Project project)
    {
        int at = project.Name.LastIndexOf("(net", StringComparison.Ordinal);
        string framework = at < 0 ? "" : project.Name[(at + 4)..].TrimEnd(')');
        return Version.TryParse(framework.Split('-')[0], out Version? version) ? (1, version, project.Name) : (0, new Version(0, 0), project.Name);
    }
}
