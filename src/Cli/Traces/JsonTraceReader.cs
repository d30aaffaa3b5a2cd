using System.Text.Json;

namespace LockGraph.Cli.Traces;

/// <summary>Reads traces that are JSON: an array of trace objects, or the objects one after the other (one a line).</summary>
/// <remarks>
/// Events are passed on as they are read, so a trace of any length needs the memory of its longest event. The order of the members is free.
/// </remarks>
internal sealed class JsonTraceReader
{
    private readonly JsonInput _input;
    private readonly ITraceVisitor _visitor;
    private readonly JsonEventParser _parser = new();
    private int _number;
    private bool _isInside;
    private string? _name;
    private long? _index;

    private JsonTraceReader(Stream stream, ITraceVisitor visitor)
    {
        _input = new JsonInput(stream);
        _visitor = visitor;
    }

    private string? Trace => !_isInside ? null : _name is null ? FormattableString.Invariant($"trace {_number}") : $"trace '{_name}'";

    /// <summary>Reads all traces of a stream.</summary>
    /// <exception cref="TraceFormatException">It is not JSON, or not a trace.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static void Read(Stream stream, ITraceVisitor visitor)
    {
        var reader = new JsonTraceReader(stream, visitor);
        try
        {
            reader.ReadAll();
        }
        catch (JsonException exception)
        {
            throw new TraceFormatException(reader.Trace, reader._index, "not valid JSON: " + exception.Message, exception);
        }
        catch (InvalidOperationException exception) when (exception.InnerException is System.Text.DecoderFallbackException)
        {
            throw new TraceFormatException(reader.Trace, reader._index, "a string is not valid UTF-8", exception);
        }
    }

    private void ReadAll()
    {
        if (!_input.TryRead(out JsonTokenType type, out _))
        {
            throw Bad("the file is empty");
        }

        if (type != JsonTokenType.StartArray)
        {
            do
            {
                ReadTrace(type);
            }
            while (_input.TryRead(out type, out _));
            return;
        }

        while (_input.TryRead(out type, out _) && type != JsonTokenType.EndArray)
        {
            ReadTrace(type);
        }

        if (_input.TryRead(out _, out _))
        {
            throw Bad("there is something after the end of the array");
        }
    }

    private void ReadTrace(JsonTokenType first)
    {
        _number++;
        _isInside = true;
        _name = null;
        _parser.ForgetNames();
        if (first != JsonTokenType.StartObject)
        {
            throw Bad("a trace is an object");
        }

        bool hasEvents = false;
        while (_input.TryRead(out JsonTokenType type, out string? property) && type != JsonTokenType.EndObject)
        {
            switch (property)
            {
                case "name":
                    _name = ReadName();
                    break;
                case "events" when hasEvents:
                    throw Bad("a trace has one member 'events'");
                case "events":
                    hasEvents = true;
                    ReadEvents();
                    break;
                default:
                    _input.Skip();
                    break;
            }
        }

        if (!hasEvents)
        {
            throw Bad("a trace has a member 'events'");
        }

        _visitor.EndTrace(_name ?? FormattableString.Invariant($"trace {_number}"));
        _isInside = false;
    }

    private string ReadName()
    {
        _input.TryRead(out JsonTokenType type, out string? name);
        return type == JsonTokenType.String ? name! : throw Bad("'name' is a string");
    }

    private void ReadEvents()
    {
        _input.TryRead(out JsonTokenType type, out _);
        if (type != JsonTokenType.StartArray)
        {
            throw Bad("'events' is an array");
        }

        _visitor.BeginTrace();
        for (_index = 0; ReadEvent(out TraceEvent traceEvent); _index++)
        {
            _visitor.Visit(in traceEvent, _index.Value);
        }

        _index = null;
    }

    // An event is parsed whole or, when the buffer ends inside it, again from its beginning with more bytes.
    private bool ReadEvent(out TraceEvent traceEvent)
    {
        while (true)
        {
            Utf8JsonReader reader = _input.Open();
            switch (_parser.Parse(ref reader, out traceEvent, out string? problem))
            {
                case JsonEventParse.Event:
                    _input.Advance(in reader);
                    return true;
                case JsonEventParse.EndOfEvents:
                    _input.Advance(in reader);
                    return false;
                case JsonEventParse.Malformed:
                    throw Bad(problem!);
                default:
                    if (!_input.TryFill())
                    {
                        throw Bad("the file ends inside a trace");
                    }

                    break;
            }
        }
    }

    private TraceFormatException Bad(string problem) => new(Trace, _index, problem);
}
