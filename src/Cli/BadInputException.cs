namespace LockGraph.Cli;

/// <summary>The user can put it right: a file that is missing, unreadable or malformed. The message is one line and names it.</summary>
internal sealed class BadInputException : Exception
{
    /// <summary>Says which input, and what is wrong with it.</summary>
    public BadInputException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
