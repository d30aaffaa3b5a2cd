using System.Text.Json;
using LockGraph.Core;

namespace LockGraph.Cli.Traces;

/// <summary>What came of an attempt to parse an event.</summary>
internal enum JsonEventParse
{
    /// <summary>An event was read.</summary>
    Event,

    /// <summary>There are no more.</summary>
    EndOfEvents,

    /// <summary>The bytes end inside the event.</summary>
    NeedsMore,

    /// <summary>It is JSON, but no event.</summary>
    Malformed,
}

/// <summary>Turns one JSON object into an event. Members it does not know are passed over.</summary>
internal sealed class JsonEventParser
{
    private const int _longestName = 256;

    // Most frequent first.
    private static readonly (string Name, Member Member)[] _members =
    [
        ("t", Member.Thread), ("op", Member.Operation), ("lock", Member.Lock), ("class", Member.Class), ("mode", Member.Mode),
        ("subclass", Member.Subclass), ("thread", Member.OtherThread), ("nestLock", Member.NestLock), ("waitType", Member.WaitType),
        ("result", Member.Result), ("reentrant", Member.Reentrant), ("upgrade", Member.Upgrade), ("blocks", Member.Blocks),
        ("resetOnly", Member.ResetOnly), ("order", Member.Order), ("rank", Member.Rank),
    ];

    private static readonly (string Word, TraceOperation Value)[] _operations =
    [
        ("acquire", TraceOperation.Acquire), ("release", TraceOperation.Release), ("tryacquire", TraceOperation.TryAcquire),
        ("downgrade", TraceOperation.Downgrade), ("init", TraceOperation.Init), ("free", TraceOperation.Free),
        ("fork", TraceOperation.Fork), ("join", TraceOperation.Join),
    ];

    private static readonly (string Word, LockMode Value)[] _modes =
        [.. Enumerable.Range(0, LockModes.Count).Select(mode => (((LockMode)mode).Word(), (LockMode)mode))];

    private static readonly (string Word, WaitType Value)[] _waitTypes =
        [("free", WaitType.Free), ("spin", WaitType.Spin), ("config", WaitType.SpinOrBlock), ("sleep", WaitType.Block)];

    private readonly NameTable _names = new();
    private string? _problem;

    /// <summary>The members of an event that mean something.</summary>
    public static IEnumerable<string> MemberNames => _members.Select(member => member.Name);

    /// <summary>The words that a member may have; none for a member that is no choice of words.</summary>
    public static IEnumerable<string> WordsOf(string member) => member switch
    {
        "op" => _operations.Select(word => word.Word),
        "mode" => _modes.Select(word => word.Word),
        "waitType" => _waitTypes.Select(word => word.Word),
        _ => [],
    };

    /// <summary>Drops the names of the last trace.</summary>
    public void ForgetNames() => _names.Clear();

    /// <summary>Parses the next element of an array of events.</summary>
    /// <param name="reader">Stands before the element; unusable afterwards when more bytes are needed.</param>
    /// <param name="traceEvent">The event.</param>
    /// <param name="problem">What is wrong with it, when it is malformed.</param>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public JsonEventParse Parse(ref Utf8JsonReader reader, out TraceEvent traceEvent, out string? problem)
    {
        traceEvent = new TraceEvent { Thread = "", Lock = "", Class = "", OtherThread = "", Operation = TraceOperation.None };
        problem = _problem = null;
        if (!reader.Read())
        {
            return JsonEventParse.NeedsMore;
        }

        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return JsonEventParse.EndOfEvents;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            problem = "an event is an object";
            return JsonEventParse.Malformed;
        }

        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                problem = Incomplete(in traceEvent);
                return problem is null ? JsonEventParse.Event : JsonEventParse.Malformed;
            }

            Member member = MemberOf(ref reader);
            if (member == Member.Unknown ? !reader.TrySkip() : !reader.Read())
            {
                return JsonEventParse.NeedsMore;
            }

            // A member that is null is a member that is not there.
            if (member != Member.Unknown && reader.TokenType != JsonTokenType.Null)
            {
                Set(ref reader, member, ref traceEvent);
            }

            if (_problem is not null)
            {
                problem = _problem;
                return JsonEventParse.Malformed;
            }
        }

        return JsonEventParse.NeedsMore;
    }

    private static Member MemberOf(ref Utf8JsonReader reader)
    {
        foreach ((string name, Member member) in _members)
        {
            if (reader.ValueTextEquals(name))
            {
                return member;
            }
        }

        return Member.Unknown;
    }

    private void Set(ref Utf8JsonReader reader, Member member, ref TraceEvent e)
    {
        switch (member)
        {
            case Member.Thread: e.Thread = Name(ref reader, "t"); break;
            case Member.Operation: e.Operation = Operation(ref reader); break;
            case Member.Lock: e.Lock = Name(ref reader, "lock"); break;
            case Member.Class: e.Class = Name(ref reader, "class"); break;
            case Member.Mode: e.Mode = Mode(ref reader); break;
            case Member.Subclass: e.Subclass = (int)Integer(ref reader, "subclass", 0, int.MaxValue); break;
            case Member.OtherThread: e.OtherThread = Name(ref reader, "thread"); break;
            case Member.NestLock: e.NestLock = Name(ref reader, "nestLock"); break;
            case Member.WaitType: e.WaitType = WaitTypeOf(ref reader); break;
            case Member.Result: e.Refused = !Boolean(ref reader, "result"); break;
            case Member.Reentrant: e.Reentrant = Boolean(ref reader, "reentrant"); break;
            case Member.Upgrade: e.Upgrade = Boolean(ref reader, "upgrade"); break;
            case Member.Blocks: e.Blocks = Boolean(ref reader, "blocks"); break;
            case Member.ResetOnly: e.ResetOnly = Boolean(ref reader, "resetOnly"); break;
            case Member.Order: e.Order = Name(ref reader, "order"); break;
            case Member.Rank: e.Rank = Integer(ref reader, "rank", long.MinValue, long.MaxValue); break;
        }
    }

    private static string? Incomplete(in TraceEvent e)
    {
        if (e.Operation == TraceOperation.None)
        {
            return "an event has a member 'op'";
        }

        if (e.Thread.Length == 0)
        {
            return "an event has a member 't'";
        }

        if (e.Operation is TraceOperation.Fork or TraceOperation.Join)
        {
            return e.OtherThread.Length == 0 ? "a fork or join has a member 'thread'" : null;
        }

        if (e.Lock.Length == 0 || e.Class.Length == 0)
        {
            return $"an event that concerns a lock has a member '{(e.Lock.Length == 0 ? "lock" : "class")}'";
        }

        return e.Rank is null == e.Order is null ? null : "'order' and 'rank' go together";
    }

    // Threads and locks are numbers in some traces and words in others.
    private string Name(ref Utf8JsonReader reader, string member)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
        {
            _problem = $"'{member}' is a string or a number";
            return "";
        }

        string name;
        if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= _longestName)
        {
            Span<char> text = stackalloc char[_longestName];
            name = _names.Of(text[..reader.CopyString(text)]);
        }
        else if (reader.TokenType == JsonTokenType.Number && reader.ValueSpan.Length <= _longestName)
        {
            Span<char> text = stackalloc char[_longestName];
            name = _names.Of(text[..System.Text.Encoding.ASCII.GetChars(reader.ValueSpan, text)]);
        }
        else
        {
            name = reader.TokenType == JsonTokenType.String ? reader.GetString()! : System.Text.Encoding.ASCII.GetString(reader.ValueSpan);
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            _problem = $"'{member}' is empty";
        }

        return name;
    }

    private TraceOperation Operation(ref Utf8JsonReader reader) => Word(ref reader, "op", _operations);

    private LockMode Mode(ref Utf8JsonReader reader) => Word(ref reader, "mode", _modes);

    private WaitType WaitTypeOf(ref Utf8JsonReader reader) => Word(ref reader, "waitType", _waitTypes);

    private T Word<T>(ref Utf8JsonReader reader, string member, (string Word, T Value)[] words)
    {
        foreach ((string word, T value) in words)
        {
            if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(word))
            {
                return value;
            }
        }

        _problem = $"unknown {member} {Shown(ref reader)}";
        return words[0].Value;
    }

    private bool Boolean(ref Utf8JsonReader reader, string member)
    {
        if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False))
        {
            _problem = $"'{member}' is true or false";
        }

        return reader.TokenType == JsonTokenType.True;
    }

    private long Integer(ref Utf8JsonReader reader, string member, long least, long most)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long value) || value < least || value > most)
        {
            _problem = least == 0 ? $"'{member}' is a whole number from 0" : $"'{member}' is a whole number";
            return 0;
        }

        return value;
    }

    private static string Shown(ref Utf8JsonReader reader)
    {
        const int most = 40;
        string text = System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
        return reader.TokenType == JsonTokenType.String ? $"'{(text.Length > most ? text[..most] + "…" : text)}'" : $"({reader.TokenType})";
    }

    private enum Member
    {
        Unknown,
        Thread,
        Operation,
        Lock,
        Class,
        Mode,
        Subclass,
        OtherThread,
        NestLock,
        WaitType,
        Result,
        Reentrant,
        Upgrade,
        Blocks,
        ResetOnly,
        Order,
        Rank,
    }
}
