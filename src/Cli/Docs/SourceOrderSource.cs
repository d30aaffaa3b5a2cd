using LockGraph.Cli.Check;
using LockGraph.Cli.Loading;

namespace LockGraph.Cli.Docs;

/// <summary>The order that sources declare and can make: a solution, a project, a folder or a file.</summary>
/// <param name="error">Where complaints about single projects go.</param>
internal sealed class SourceOrderSource(TextWriter error) : IOrderSource
{
    /// <inheritdoc/>
    public bool Reads(string path) =>
        Directory.Exists(path) || Path.GetExtension(path).ToUpperInvariant() is ".SLN" or ".SLNX" or ".CSPROJ" or ".CS";

    /// <inheritdoc/>
    public async Task<LoadedOrder> LoadAsync(string path, CancellationToken cancellation)
    {
        LoadedCode code = await TerminalProgress.Run(error, progress => SourceLoader.LoadAsync(path, progress, cancellation)).ConfigureAwait(false);
        if (code.Problems.Count > 0)
        {
            // Half a program gives half a document, and nobody would see which half.
            throw new BadInputException($"{code.Problems[0].Project}: {code.Problems[0].Reason}");
        }

        IReadOnlyList<LoadedProject> own = Own(path, code.Projects);
        if (own.Count == 0)
        {
            throw new BadInputException($"{path}: there is nothing to read the order of.");
        }

        WholeProgram program = WholeProgram.Of(own, cancellation);
        return new LoadedOrder(program.Order.Snapshot(""), program.Declared);
    }

    // A document speaks of the code that was named, not of what that code refers to.
    private static IReadOnlyList<LoadedProject> Own(string path, IReadOnlyList<LoadedProject> projects)
    {
        string full = Path.GetFullPath(path);
        if (path.EndsWith(".sln", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase))
        {
            return projects;
        }

        string folder = Path.TrimEndingDirectorySeparator(full) + Path.DirectorySeparatorChar;
        List<LoadedProject> own = [.. projects.Where(project =>
        {
            string file = Path.GetFullPath(project.File);
            return file == full || file.StartsWith(folder, StringComparison.Ordinal);
        })];
        return own.Count > 0 ? own : projects;
    }
}
