using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace LockGraph.Cli.Loading;

/// <summary>What the workspace says of a project that it could not load.</summary>
internal static class LoadFailures
{
    private const string _before = "' with message: ";
    private const string _assets = "project.assets.json";

    /// <summary>The first failure that names the project file, in one line; null when there is none.</summary>
    public static string? Of(MSBuildWorkspace workspace, string? file)
    {
        if (file is null)
        {
            return null;
        }

        string? message = workspace.Diagnostics
            .FirstOrDefault(diagnostic => diagnostic.Kind == WorkspaceDiagnosticKind.Failure && diagnostic.Message.Contains(file, StringComparison.Ordinal))?.Message;

        // "Msbuild failed when processing the file 'FILE' with message: REASON": the file is told already.
        int reason = message?.IndexOf(_before, StringComparison.Ordinal) ?? -1;
        return reason < 0 ? message : message![(reason + _before.Length)..].Replace(file, ShownPath.Of(file), StringComparison.Ordinal);
    }

    /// <summary>False when no restore has looked for the packages of the project: it cannot compile then, whatever it says.</summary>
    public static bool IsRestored(string? file)
    {
        if (file is null || File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "obj", _assets)))
        {
            return true;
        }

        // The layout that puts all output in one place.
        string name = Path.GetFileNameWithoutExtension(file);
        for (DirectoryInfo? at = Directory.GetParent(file); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "artifacts", "obj", name, _assets)))
            {
                return true;
            }
        }

        return false;
    }
}
