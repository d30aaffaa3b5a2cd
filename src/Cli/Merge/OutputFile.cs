namespace LockGraph.Cli.Merge;

/// <summary>A file that a command writes: whole or not at all, and a place that cannot be written is the user's to put right.</summary>
internal static class OutputFile
{
    /// <summary>Writes the file.</summary>
    /// <exception cref="BadInputException">It cannot be written; what was there is as it was.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        try
        {
            AtomicFile.Write(path, write);
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new BadInputException($"{path}: there is no such folder.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"{path}: cannot be written: {exception.Message}", exception);
        }
    }
}
