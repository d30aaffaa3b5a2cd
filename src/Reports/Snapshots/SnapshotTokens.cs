using System.Text.Json;
using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>The tokens of a JSON document, read through one buffer that is as large as the longest token.</summary>
/// <remarks>A text that ends too early is told apart from one that is no JSON: the one was cut off, the other is not ours.</remarks>
internal ref struct SnapshotTokens
{
    private const int LongestPooled = 512;

    private readonly Stream _stream;
    private readonly StringPool _pool;
    private readonly byte[] _text = new byte[LongestPooled];
    private byte[] _buffer;
    private int _start;
    private int _end;
    private Utf8JsonReader _json;

    public SnapshotTokens(Stream stream, StringPool pool, int bufferSize)
    {
        _stream = stream;
        _pool = pool;
        _buffer = new byte[bufferSize];
        while (_end < 3 && TryRead())
        {
            // Three bytes are needed to tell a byte order mark.
        }

        _start = _buffer.AsSpan(0, _end).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        _json = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), isFinalBlock: false, new JsonReaderState());
        IsEmpty = _end == _start;
    }

    /// <summary>True when there is not one byte.</summary>
    public bool IsEmpty { get; }

    public readonly JsonTokenType Type => _json.TokenType;

    /// <summary>Goes to the next token.</summary>
    /// <exception cref="EndOfStreamException">The text ends here, in the middle of a value.</exception>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public void Next()
    {
        while (!_json.Read())
        {
            if (!TryFill())
            {
                throw new EndOfStreamException();
            }
        }
    }

    /// <summary>True at the start of the next element or member; false at the end of the array or object.</summary>
    public bool NextInside()
    {
        Next();
        return _json.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject);
    }

    public readonly bool Is(ReadOnlySpan<byte> text) => _json.ValueTextEquals(text);

    /// <summary>The one stack with these frames.</summary>
    public readonly CapturedStack Stack(List<string> frames) => _pool.Stack(frames);

    /// <summary>The text of a string or of a member name, one object per text.</summary>
    /// <exception cref="InvalidOperationException">The text is not valid UTF-8.</exception>
    /// <exception cref="ArgumentException">Likewise.</exception>
    public readonly string Text()
    {
        // Long texts are messages, and seldom met twice.
        if (_json.ValueSpan.Length > LongestPooled)
        {
            return _json.GetString()!;
        }

        // Unescaping only ever shortens.
        return _pool.Get(_json.ValueIsEscaped ? _text.AsSpan(0, _json.CopyString(_text)) : _json.ValueSpan);
    }

    public readonly bool TryLong(out long value)
    {
        value = 0;
        return _json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out value);
    }

    /// <summary>Passes over the value at which it stands, however large.</summary>
    public void Skip()
    {
        int depth = _json.CurrentDepth;
        if (_json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            do
            {
                Next();
            }
            while (_json.CurrentDepth > depth);
        }
    }

    /// <summary>True when nothing but white space is left.</summary>
    public bool IsAtEnd()
    {
        ReadOnlySpan<byte> rest = _buffer.AsSpan(Consumed, _end - Consumed);
        while (rest.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            _end = 0;
            if (!TryRead())
            {
                return true;
            }

            rest = _buffer.AsSpan(0, _end);
        }

        return false;
    }

    private readonly int Consumed => _start + (int)_json.BytesConsumed;

    // Closes up what is consumed, gets more, and goes on where the reader stands.
    private bool TryFill()
    {
        int consumed = Consumed;
        _buffer.AsSpan(consumed, _end - consumed).CopyTo(_buffer);
        _end -= consumed;
        _start = 0;
        bool more = TryRead();
        _json = new Utf8JsonReader(_buffer.AsSpan(0, _end), isFinalBlock: false, _json.CurrentState);
        return more;
    }

    private bool TryRead()
    {
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int count = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        return count > 0;
    }
}
