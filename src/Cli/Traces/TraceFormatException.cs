namespace LockGraph.Cli.Traces;

/// <summary>The input is not a trace. The message is one line and names the trace and the event.</summary>
internal sealed class TraceFormatException : Exception
{
    /// <summary>Says what is wrong, and where.</summary>
    /// <param name="trace">Name or number of the trace; <see langword="null"/> outside every trace.</param>
    /// <param name="index">Index of the event, from 0; <see langword="null"/> outside every event.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="cause">The exception that told so, if one did.</param>
    public TraceFormatException(string? trace, long? index, string problem, Exception? cause = null)
        : base(Place(trace, index) + OneLine(problem), cause)
    {
    }

    private static string Place(string? trace, long? index) => (trace, index) switch
    {
        (null, _) => "",
        (_, null) => OneLine(trace) + ": ",
        _ => FormattableString.Invariant($"{OneLine(trace)}, event {index}: "),
    };

    // Names come from the input: what is printed as one line must be one.
    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
