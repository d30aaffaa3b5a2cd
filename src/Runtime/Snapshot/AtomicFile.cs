namespace LockGraph;

/// <summary>Writes a file whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes to a file beside the target and renames it: a reader sees the old content or the new one, never half.</summary>
    /// <exception cref="IOException">The file cannot be written; the target is as it was.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string full = Path.GetFullPath(path);
        string beside = full + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

#if NET
            File.Move(beside, full, overwrite: true);
#else
            if (File.Exists(full))
            {
                File.Replace(beside, full, destinationBackupFileName: null);
            }
            else
            {
                File.Move(beside, full);
            }
#endif
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
