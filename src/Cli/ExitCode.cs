namespace LockGraph.Cli;

/// <summary>What the process says to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Nothing was found.</summary>
    public const int Clean = 0;

    /// <summary>Something was found.</summary>
    public const int Findings = 1;

    /// <summary>The input or the command line is wrong; one line on standard error says how.</summary>
    public const int BadInput = 2;

    /// <summary>The tool failed; one line on standard error says how.</summary>
    public const int OwnFault = 3;
}
