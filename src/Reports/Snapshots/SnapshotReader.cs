using System.Text.Json;
using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>Reads snapshots, <c>*.lockgraph.json</c>. The format is specified in <c>docs/reports/snapshot-format.md</c>.</summary>
/// <remarks>
/// Reads through a buffer; the result is the only thing that grows with the file. Members that are not known are passed over. What can be
/// computed (ids, messages, severities) is computed, not read.
/// </remarks>
internal static class SnapshotReader
{
    private const int BufferSize = 1 << 16;

    /// <summary>Reads one snapshot.</summary>
    /// <param name="stream">UTF-8, with or without a byte order mark; left open.</param>
    /// <param name="pool">Texts that are known already; share one among snapshots that are kept together.</param>
    /// <param name="bufferSize">Bytes that are read at once.</param>
    /// <exception cref="SnapshotFormatException">It was cut off, is of a newer schema, is malformed or is no snapshot.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static OrderSnapshot Read(Stream stream, StringPool? pool = null, int bufferSize = BufferSize)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var tokens = new SnapshotTokens(stream, pool ?? new StringPool(), bufferSize);
        if (tokens.IsEmpty)
        {
            throw new SnapshotFormatException("the file is empty, not a snapshot.");
        }

        var document = new SnapshotDocument();
        try
        {
            document.Read(ref tokens);
        }
        catch (EndOfStreamException exception)
        {
            throw new SnapshotFormatException($"the snapshot was cut off: it ends {document.Place}.", exception);
        }
        catch (JsonException exception)
        {
            string line = FormattableString.Invariant($"line {(exception.LineNumber ?? 0) + 1}");
            throw new SnapshotFormatException(
                document.IsSnapshot ? $"the snapshot is malformed {document.Place} ({line}: it is no JSON)." : $"this is not a lockgraph snapshot ({line}: it is no JSON).",
                exception);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw new SnapshotFormatException($"the snapshot is malformed {document.Place}: a text is not valid UTF-8.", exception);
        }

        return document.ToSnapshot();
    }

    /// <summary>The members of the document, in any order but that runs come before edges.</summary>
    private sealed class SnapshotDocument
    {
        private readonly SnapshotParts _parts = new();
        private readonly List<SnapshotClass> _classes = [];
        private readonly List<SnapshotEdge> _edges = [];
        private readonly List<Violation> _violations = [];
        private readonly List<SnapshotRun> _runs = [];
        private string _run = "";
        private long _ownFaults;
        private bool _hasSchema;
        private string? _section;
        private int _entry;

        /// <summary>True once the file has said that it is one.</summary>
        public bool IsSnapshot { get; private set; }

        /// <summary>Where the reader stands, for complaints.</summary>
        public string Place => _section is null ? "in its head" : _entry == 0 ? $"in {_section}" : FormattableString.Invariant($"in {_section}, entry {_entry}");

        public void Read(ref SnapshotTokens tokens)
        {
            tokens.Next();
            if (tokens.Type != JsonTokenType.StartObject)
            {
                throw new SnapshotFormatException("this is not a lockgraph snapshot: it is no JSON object.");
            }

            while (tokens.NextInside())
            {
                Member(ref tokens);
            }

            if (!IsSnapshot)
            {
                throw new SnapshotFormatException("this is not a lockgraph snapshot: it has no member 'format'.");
            }

            if (!_hasSchema)
            {
                throw new SnapshotFormatException("the snapshot is malformed: it has no member 'schema'.");
            }

            if (!tokens.IsAtEnd())
            {
                throw new SnapshotFormatException("the snapshot is malformed: something follows its end.");
            }
        }

        public OrderSnapshot ToSnapshot() => new()
        {
            Run = _run,
            OwnFaults = _ownFaults,
            Runs = _runs,
            Classes = Sorted(_classes, (one, other) => string.CompareOrdinal(one.Name, other.Name)),
            Edges = Sorted(_edges, (one, other) => string.CompareOrdinal(one.Outer, other.Outer) is var byOuter and not 0 ? byOuter : string.CompareOrdinal(one.Inner, other.Inner)),
            Violations = [.. _violations.Select(violation => (violation.Id, violation)).OrderBy(pair => pair.Id, StringComparer.Ordinal).Select(pair => pair.violation)],
        };

        private void Member(ref SnapshotTokens tokens)
        {
            if (tokens.Is("format"u8))
            {
                Format(ref tokens);
            }
            else if (tokens.Is("schema"u8))
            {
                Schema(ref tokens);
            }
            else if (tokens.Is("run"u8))
            {
                _run = _parts.Text(ref tokens, "run");
            }
            else if (tokens.Is("ownFaults"u8))
            {
                _ownFaults = _parts.Count(ref tokens, "ownFaults");
            }
            else if (tokens.Is("runs"u8))
            {
                Section(ref tokens, "runs");
                while (Entry(ref tokens))
                {
                    _runs.Add(_parts.Run(ref tokens));
                }
            }
            else if (tokens.Is("classes"u8))
            {
                Section(ref tokens, "classes");
                while (Entry(ref tokens))
                {
                    _classes.Add(_parts.Class(ref tokens));
                }
            }
            else if (tokens.Is("edges"u8))
            {
                Section(ref tokens, "edges");
                while (Entry(ref tokens))
                {
                    _edges.Add(_parts.Edge(ref tokens, _runs.Count));
                }
            }
            else if (tokens.Is("violations"u8))
            {
                Section(ref tokens, "violations");
                while (Entry(ref tokens))
                {
                    _violations.Add(_parts.Violation(ref tokens));
                }
            }
            else
            {
                tokens.Next();
                tokens.Skip();
            }
        }

        private void Format(ref SnapshotTokens tokens)
        {
            if (_parts.Text(ref tokens, "format") != "lockgraph-snapshot")
            {
                throw new SnapshotFormatException("this is not a lockgraph snapshot: its 'format' says something else.");
            }

            IsSnapshot = true;
        }

        private void Schema(ref SnapshotTokens tokens)
        {
            long schema = _parts.Count(ref tokens, "schema");
            if (schema > OrderSnapshot.CurrentSchema)
            {
                throw new SnapshotFormatException(FormattableString.Invariant(
                    $"the snapshot has schema {schema}, and this version reads up to {OrderSnapshot.CurrentSchema}: it was written by a newer lockgraph."));
            }

            _hasSchema = schema > 0 ? true : throw new SnapshotFormatException("the snapshot is malformed: there is no schema 0.");
        }

        private void Section(ref SnapshotTokens tokens, string name)
        {
            _section = name;
            _entry = 0;
            _parts.At = name;
            tokens.Next();
            if (tokens.Type != JsonTokenType.StartArray)
            {
                throw new SnapshotFormatException($"the snapshot is malformed: '{name}' is no array.");
            }
        }

        private bool Entry(ref SnapshotTokens tokens)
        {
            if (!tokens.NextInside())
            {
                _section = "what follows " + _section;
                _entry = 0;
                return false;
            }

            _entry++;
            _parts.At = FormattableString.Invariant($"{_section}, entry {_entry}");
            return true;
        }

        private static List<T> Sorted<T>(List<T> entries, Comparison<T> order)
        {
            // Stable, and free for what is in order already, as everything that we write is.
            for (int i = 1; i < entries.Count; i++)
            {
                if (order(entries[i - 1], entries[i]) > 0)
                {
                    return [.. entries.Order(Comparer<T>.Create(order))];
                }
            }

            return entries;
        }
    }
}
