using LockGraph.Core;
using LockGraph.Reports;

namespace LockGraph.Cli.Merge;

/// <summary>Snapshot files as a command gets them: what is wrong with one is told in one line that names it.</summary>
internal static class SnapshotInput
{
    /// <summary>Reads one file.</summary>
    /// <param name="path">As the user wrote it.</param>
    /// <param name="pool">Texts that are known already.</param>
    /// <exception cref="BadInputException">It is missing, unreadable or no snapshot.</exception>
    public static OrderSnapshot Read(string path, StringPool? pool = null)
    {
        if (Directory.Exists(path))
        {
            throw new BadInputException($"{path}: this is a directory, not a snapshot.");
        }

        try
        {
            // No buffer of its own: the reader has one.
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);
            return SnapshotReader.Read(file, pool);
        }
        catch (SnapshotFormatException exception)
        {
            throw new BadInputException($"{path}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException($"{path}: there is no such file.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"{path}: {exception.Message}", exception);
        }
    }
}
