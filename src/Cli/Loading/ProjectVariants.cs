using System.Globalization;
using Microsoft.CodeAnalysis;

namespace LockGraph.Cli.Loading;

/// <summary>A project that is built for several frameworks is loaded once for each. Which of these compilations are looked at, and who refers to which.</summary>
internal static class ProjectVariants
{
    /// <summary>The newest framework of each project, and what these refer to: no body is missing, and few are seen twice.</summary>
    /// <returns>Dependencies before those who use them.</returns>
    public static IReadOnlyList<Project> Choose(Solution loaded)
    {
        Solution solution = Connect(loaded);
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

    // The workspace finds the right variant by its output, which is only there after a build. Before one it takes any.
    private static Solution Connect(Solution loaded)
    {
        ILookup<string?, Project> variants = loaded.Projects.ToLookup(project => project.FilePath);
        Solution connected = loaded;
        foreach (Project project in loaded.Projects)
        {
            HashSet<string> symbols = [.. project.ParseOptions?.PreprocessorSymbolNames ?? []];
            foreach (ProjectReference reference in project.ProjectReferences)
            {
                Project? nearest = variants[loaded.GetProject(reference.ProjectId)?.FilePath].Where(variant => IsFor(variant, symbols)).MaxBy(Age);
                if (nearest is not null && nearest.Id != reference.ProjectId)
                {
                    connected = connected.RemoveProjectReference(project.Id, reference)
                        .AddProjectReference(project.Id, new ProjectReference(nearest.Id, reference.Aliases, reference.EmbedInteropTypes));
                }
            }
        }

        return connected;
    }

    // A project for net10.0 defines NET8_0_OR_GREATER, and so on: what it can refer to is written there.
    private static bool IsFor(Project variant, HashSet<string> symbols) => Framework(variant) switch
    {
        "" => true,
        "netstandard2.1" => symbols.Contains("NETSTANDARD2_1_OR_GREATER") || symbols.Contains("NETCOREAPP3_0_OR_GREATER"),
        { } standard when standard.StartsWith("netstandard", StringComparison.Ordinal) =>
            !symbols.Contains("NETSTANDARD") || symbols.Contains(Symbol(standard)),
        { } framework => symbols.Contains(Symbol(framework)),
    };

    private static string Symbol(string framework) => framework.ToUpperInvariant().Replace('.', '_') + "_OR_GREATER";

    // "Lib(net10.0-windows)" is a variant for net10.0; a project with one framework has no brackets.
    private static string Framework(Project project)
    {
        int at = project.Name.LastIndexOf("(net", StringComparison.Ordinal);
        return at < 0 ? "" : project.Name[(at + 1)..].TrimEnd(')').Split('-')[0];
    }

    private static (int Line, Version Version, string Name) Age(Project project)
    {
        string framework = Framework(project);
        string version = framework.TrimStart([.. "abcdefghijklmnopqrstuvwxyz"]);
        (int line, string number) = framework switch
        {
            { } standard when standard.StartsWith("netstandard", StringComparison.Ordinal) => (0, version),
            _ when version.Contains('.') => (2, version),

            // The old framework is written without dots: net48, net472.
            _ => (1, string.Join('.', version.Select(digit => digit.ToString(CultureInfo.InvariantCulture)).Append("0"))),
        };
        return (line, Version.TryParse(number, out Version? parsed) ? parsed : new Version(0, 0), project.Name);
    }
}
