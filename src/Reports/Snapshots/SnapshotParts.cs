using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>Reads the entries of a snapshot: runs, classes, edges.</summary>
/// <remarks>Keeps the classes it has read: acquisitions name them, and their traits decide what is said of an acquisition.</remarks>
internal sealed partial class SnapshotParts
{
    private readonly Dictionary<string, (LockClass Class, int Subclass)> _classes = new(StringComparer.Ordinal);
    private readonly List<EdgeContribution> _contributions = [];
    private long _instances;

    /// <summary>Which entry is read, for complaints.</summary>
    public string At { get; set; } = "its head";

    public SnapshotRun Run(ref SnapshotTokens tokens)
    {
        string id = "", name = "";
        long ownFaults = 0;
        IReadOnlyList<string> violations = [];
        RequireObject(ref tokens);
        while (tokens.NextInside())
        {
            if (tokens.Is("id"u8))
            {
                id = Text(ref tokens, "id");
            }
            else if (tokens.Is("name"u8))
            {
                name = Text(ref tokens, "name");
            }
            else if (tokens.Is("ownFaults"u8))
            {
                ownFaults = Count(ref tokens, "ownFaults");
            }
            else if (tokens.Is("violations"u8))
            {
                violations = Texts(ref tokens, "violations");
            }
            else
            {
                PassOver(ref tokens);
            }
        }

        return id.Length > 0 ? new SnapshotRun(id, name, ownFaults, violations) : throw Malformed("a run has no 'id'");
    }

    public SnapshotClass Class(ref SnapshotTokens tokens)
    {
        string? name = null, primitive = null, protects = null, summary = null;
        long subclass = 0;
        long? maxHeld = null;
        bool reentrant = false, pseudo = false;
        LockOwner owner = LockOwner.Thread;
        WaitType waitType = WaitType.Block;
        RequireObject(ref tokens);
        while (tokens.NextInside())
        {
            if (tokens.Is("name"u8))
            {
                name = Text(ref tokens, "name");
            }
            else if (tokens.Is("subclass"u8))
            {
                subclass = Number(ref tokens, "subclass");
            }
            else if (tokens.Is("primitive"u8))
            {
                primitive = Text(ref tokens, "primitive");
            }
            else if (tokens.Is("reentrant"u8))
            {
                reentrant = Flag(ref tokens, "reentrant");
            }
            else if (tokens.Is("owner"u8))
            {
                owner = Word(ref tokens, "owner", text => text switch { "thread" => LockOwner.Thread, "flow" => LockOwner.Flow, _ => default(LockOwner?) });
            }
            else if (tokens.Is("waitType"u8))
            {
                waitType = Word(ref tokens, "waitType", Named<WaitType>);
            }
            else if (tokens.Is("maxHeld"u8))
            {
                maxHeld = Count(ref tokens, "maxHeld");
            }
            else if (tokens.Is("pseudo"u8))
            {
                pseudo = Flag(ref tokens, "pseudo");
            }
            else if (tokens.Is("protects"u8))
            {
                protects = Text(ref tokens, "protects");
            }
            else if (tokens.Is("summary"u8))
            {
                summary = Text(ref tokens, "summary");
            }
            else
            {
                PassOver(ref tokens);
            }
        }

        var @class = new LockClass(Name(name, "name"))
        {
            Primitive = primitive,
            Reentrant = reentrant,
            Owner = owner,
            WaitType = waitType,
            MaxHeld = maxHeld is { } most ? Int(most, "maxHeld") : null,
            IsPseudo = pseudo,
            Protects = protects,
            Summary = summary,
        };
        var entry = new SnapshotClass(@class, Int(subclass, "subclass"));
        _classes[entry.Name] = (@class, entry.Subclass);
        return entry;
    }

    public SnapshotEdge Edge(ref SnapshotTokens tokens, int runs)
    {
        string? outer = null, inner = null;
        (LockMode Outer, LockMode Inner)[] modes = [];
        EdgeProvenance provenance = EdgeProvenance.None;
        long count = 0;
        IReadOnlyList<string> gates = [];
        bool singleFlow = false, closesCycle = false;
        List<EdgeWitness> witnesses = [];
        IReadOnlyList<EdgeContribution> contributions = [];
        RequireObject(ref tokens);
        while (tokens.NextInside())
        {
            if (tokens.Is("outer"u8))
            {
                outer = Text(ref tokens, "outer");
            }
            else if (tokens.Is("inner"u8))
            {
                inner = Text(ref tokens, "inner");
            }
            else if (tokens.Is("modes"u8))
            {
                modes = Modes(ref tokens);
            }
            else if (tokens.Is("provenance"u8))
            {
                provenance = Provenance(ref tokens);
            }
            else if (tokens.Is("count"u8))
            {
                count = Count(ref tokens, "count");
            }
            else if (tokens.Is("gates"u8))
            {
                gates = Texts(ref tokens, "gates");
            }
            else if (tokens.Is("singleFlow"u8))
            {
                singleFlow = Flag(ref tokens, "singleFlow");
            }
            else if (tokens.Is("closesCycle"u8))
            {
                closesCycle = Flag(ref tokens, "closesCycle");
            }
            else if (tokens.Is("witnesses"u8))
            {
                RequireArray(ref tokens, "witnesses");
                while (tokens.NextInside())
                {
                    witnesses.Add(Witness(ref tokens));
                }
            }
            else if (tokens.Is("runs"u8))
            {
                contributions = Contributions(ref tokens, runs);
            }
            else
            {
                PassOver(ref tokens);
            }
        }

        if (Name(outer, "outer") == Name(inner, "inner"))
        {
            throw Malformed($"an edge leads from {outer} to itself");
        }

        return new SnapshotEdge
        {
            Outer = outer!,
            Inner = inner!,
            Modes = modes.Length > 0 ? modes : throw Malformed("an edge has no 'modes'"),
            Provenance = provenance != EdgeProvenance.None ? provenance : throw Malformed("an edge has no 'provenance'"),
            Count = count,
            Gates = gates,
            SingleFlow = singleFlow,
            ClosesCycle = closesCycle,
            Witnesses = witnesses,
            Contributions = contributions,
        };
    }

    private IReadOnlyList<EdgeContribution> Contributions(ref SnapshotTokens tokens, int runs)
    {
        _contributions.Clear();
        RequireArray(ref tokens, "runs");
        while (tokens.NextInside())
        {
            EdgeProvenance provenance = EdgeProvenance.None;
            long count = 0;
            string? ranges = null;
            RequireObject(ref tokens);
            while (tokens.NextInside())
            {
                if (tokens.Is("provenance"u8))
                {
                    provenance = Provenance(ref tokens);
                }
                else if (tokens.Is("count"u8))
                {
                    count = Count(ref tokens, "count");
                }
                else if (tokens.Is("in"u8))
                {
                    ranges = Text(ref tokens, "in");
                }
                else
                {
                    PassOver(ref tokens);
                }
            }

            Ranges(ranges ?? "", runs, provenance, count);
        }

        return [.. _contributions.DistinctBy(entry => entry.Run).OrderBy(entry => entry.Run)];
    }

    private void Ranges(string text, int runs, EdgeProvenance provenance, long count)
    {
        foreach (Range range in text.AsSpan().Split(','))
        {
            ReadOnlySpan<char> part = text.AsSpan()[range];
            int dash = part.IndexOf('-');
            ReadOnlySpan<char> from = dash < 0 ? part : part[..dash];
            if (!int.TryParse(from, out int first) || !int.TryParse(dash < 0 ? from : part[(dash + 1)..], out int last) || first < 0 || last < first)
            {
                throw Malformed($"'{text}' names no runs");
            }

            // Before anything is unfolded: the text is short, and what it stands for need not be.
            if (last >= runs)
            {
                throw Malformed($"'{text}' names runs that are not listed before");
            }

            for (int run = first; run <= last; run++)
            {
                _contributions.Add(new EdgeContribution(run, count, provenance));
            }
        }
    }
}
