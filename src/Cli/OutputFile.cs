namespace LockGraph.Cli;

/// <summary>Files that a command was told to write.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file whole or not at all.</summary>
    /// <exception cref="BadInputException">It cannot be written there; what was there is as it was.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        if (Directory.Exists(path))
        {
            throw new BadInputException($"{path}: this is a directory, not a file to write to.");
        }

        // First into memory: a fault while writing the content is ours, a fault while storing it is not.
        using var content = new MemoryStream();
        write(content);
        try
        {
            AtomicFile.Write(path, stream => content.WriteTo(stream));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"{path}: it cannot be written: {exception.Message}", exception);
        }
    }
}
