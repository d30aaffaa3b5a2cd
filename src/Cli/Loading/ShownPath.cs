namespace LockGraph.Cli.Loading;

/// <summary>Paths as people and tools read them: from the working directory, with forward slashes.</summary>
internal static class ShownPath
{
    /// <summary>The path from the working directory, or the full path where there is none (another drive).</summary>
    public static string Of(string path) => path.Length == 0 ? path : Path.GetRelativePath(Environment.CurrentDirectory, path).Replace('\\', '/');
}
