using System.Text.Json;

namespace LockGraph.Cli.Traces;

/// <summary>A JSON text that is read through a buffer, token by token.</summary>
/// <remarks>
/// Holds one buffer: as large as the longest token, or as the longest value that a caller parses at once between <see cref="Open"/> and
/// <see cref="Advance"/>. Not thread-safe.
/// </remarks>
internal sealed class JsonInput
{
    private readonly Stream _stream;
    private byte[] _buffer;
    private int _start;
    private int _end;
    private bool _isFinal;
    private JsonReaderState _state = new(new JsonReaderOptions { AllowMultipleValues = true });

    /// <summary>Reads a stream of UTF-8, with or without a byte order mark.</summary>
    public JsonInput(Stream stream, int bufferSize = 1 << 16)
    {
        _stream = stream;
        _buffer = new byte[bufferSize];
        while (_end - _start < 3 && TryFill())
        {
            // Three bytes are needed to tell a byte order mark.
        }

        _start = _buffer.AsSpan(0, _end).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
    }

    /// <summary>A reader at the current place. It may end before the value does; then <see cref="TryFill"/> and open again.</summary>
    public Utf8JsonReader Open() => new(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);

    /// <summary>Moves to where a reader has come.</summary>
    public void Advance(in Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    /// <summary>Gets more bytes, or learns that there are none. False when that was known before.</summary>
    public bool TryFill()
    {
        if (_isFinal)
        {
            return false;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int count = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        _isFinal = count == 0;
        return true;
    }

    /// <summary>The next token; its text for a property name or a string that is wanted. False at the end of the text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public bool TryRead(out JsonTokenType type, out string? text, bool wantsText = true)
    {
        do
        {
            Utf8JsonReader reader = Open();
            if (reader.Read())
            {
                type = reader.TokenType;
                text = wantsText && type is (JsonTokenType.PropertyName or JsonTokenType.String) ? reader.GetString() : null;
                Advance(in reader);
                return true;
            }
        }
        while (TryFill());

        type = JsonTokenType.None;
        text = null;
        return false;
    }

    /// <summary>Passes over one value, however large.</summary>
    public void Skip()
    {
        int depth = 0;
        do
        {
            if (!TryRead(out JsonTokenType type, out _, wantsText: false))
            {
                return;
            }

            depth += type switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        }
        while (depth > 0);
    }
}
