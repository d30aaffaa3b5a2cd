namespace LockGraph.Reports;

/// <summary>The input is not a snapshot that can be read. The message is one line; it does not name the file, which the reader never sees.</summary>
internal sealed class SnapshotFormatException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="problem">What, as a sentence; names in it may come from the input.</param>
    /// <param name="cause">The exception that told so, if one did.</param>
    public SnapshotFormatException(string problem, Exception? cause = null)
        : base(string.Join(' ', problem.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)), cause)
    {
    }
}
