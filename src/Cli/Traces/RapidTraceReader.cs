using System.Globalization;
using LockGraph.Core;

namespace LockGraph.Cli.Traces;

/// <summary>Reads the text format of the RAPID race detectors: a line per event, <c>T1|acq(L2)|location</c>.</summary>
/// <remarks>
/// Each lock is a class of its own. The format records what monitors and mutexes granted, so a lock that its holder acquires again is one
/// that lets it in again. Memory accesses, requests and block marks count as events and say nothing about order.
/// </remarks>
internal sealed class RapidTraceReader
{
    private static readonly HashSet<string> _noLocks = new(StringComparer.Ordinal)
    {
        "r", "w", "req", "begin", "end", "enter", "exit", "branch", "dummy", "wait", "notify", "notifyAll",
    };

    private readonly NameTable _names = new();
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _ignored = _noLocks.GetAlternateLookup<ReadOnlySpan<char>>();

    private RapidTraceReader()
    {
    }

    /// <summary>Reads the one trace of a stream.</summary>
    /// <param name="stream">The text.</param>
    /// <param name="name">The name of the trace; the format has none.</param>
    /// <param name="visitor">Takes the events.</param>
    /// <exception cref="TraceFormatException">A line is no event.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static void Read(Stream stream, string name, ITraceVisitor visitor)
    {
        var reader = new RapidTraceReader();
        using var lines = new StreamReader(stream, leaveOpen: true);
        visitor.BeginTrace();
        long index = 0;
        while (lines.ReadLine() is { } line)
        {
            if (line.AsSpan().Trim().IsEmpty)
            {
                continue;
            }

            if (reader.Parse(line, out TraceEvent traceEvent) is { } problem)
            {
                throw new TraceFormatException($"trace '{name}'", index, problem);
            }

            visitor.Visit(in traceEvent, index++);
        }

        visitor.EndTrace(name);
    }

    // What is wrong with the line, or null.
    private string? Parse(ReadOnlySpan<char> line, out TraceEvent e)
    {
        e = new TraceEvent { Thread = "", Lock = "", Class = "", OtherThread = "", Operation = TraceOperation.None };
        int first = line.IndexOf('|');
        if (first <= 0)
        {
            return "an event is written THREAD|OPERATION(OPERAND)|LOCATION";
        }

        ReadOnlySpan<char> action = line[(first + 1)..];
        int second = action.IndexOf('|');
        ReadOnlySpan<char> location = second < 0 ? [] : action[(second + 1)..].Trim();
        action = (second < 0 ? action : action[..second]).Trim();
        int open = action.IndexOf('(');
        ReadOnlySpan<char> operation = open < 0 ? action : action[..open];
        if (_ignored.Contains(operation))
        {
            return null;
        }

        TraceOperation? known = OperationOf(operation);
        if (known is null)
        {
            return $"unknown operation '{operation}'";
        }

        ReadOnlySpan<char> operand = open < 0 || action[^1] != ')' ? [] : action[(open + 1)..^1].Trim();
        ReadOnlySpan<char> thread = line[..first].Trim();
        if (operand.IsEmpty || thread.IsEmpty)
        {
            return operand.IsEmpty ? $"'{operation}' has an operand in parentheses" : "the thread has no name";
        }

        e.Operation = known.Value;
        e.Thread = _names.Of(thread);
        e.Site = Site(location);
        e.Reentrant = true;
        if (known is TraceOperation.Fork or TraceOperation.Join)
        {
            e.OtherThread = _names.Of(operand);
        }
        else
        {
            e.Lock = e.Class = _names.Of(operand);
        }

        return null;
    }

    private static TraceOperation? OperationOf(ReadOnlySpan<char> operation) => operation switch
    {
        "acq" => TraceOperation.Acquire,
        "rel" => TraceOperation.Release,
        "fork" => TraceOperation.Fork,
        "join" => TraceOperation.Join,
        _ => null,
    };

    // "Foo.java:12" has a line; any other location is a name, and a bare number is one that only its recorder can look up.
    private AcquisitionSite Site(ReadOnlySpan<char> location)
    {
        if (location.IsEmpty)
        {
            return default;
        }

        int colon = location.LastIndexOf(':');
        if (colon > 0 && int.TryParse(location[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int line))
        {
            return new AcquisitionSite(_names.Of(location[..colon]), line);
        }

        bool isNumber = !location.ContainsAnyExceptInRange('0', '9');
        return new AcquisitionSite(isNumber ? _names.Of($"location {location}") : _names.Of(location), 0);
    }
}
