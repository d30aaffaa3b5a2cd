using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>An edge as several runs know it. Every member only ever grows, or only ever shrinks, whatever order the runs come in.</summary>
internal sealed class UnitedEdge(string outer, string inner)
{
    private readonly EdgeWitness?[] _witnesses = new EdgeWitness?[EdgeStrengths.Count];
    private readonly List<EdgeContribution> _contributions = [];
    private int _modes;
    private string[]? _gates;
    private bool _singleFlow = true;

    public string Outer { get; } = outer;

    public string Inner { get; } = inner;

    public EdgeProvenance Provenance { get; private set; }

    /// <summary>What each run knows, by number of the run.</summary>
    public IReadOnlyList<EdgeContribution> Contributions => _contributions;

    /// <summary>Sum over the runs.</summary>
    public long Count => _contributions.Sum(entry => entry.Count);

    /// <summary>True when code shows the edge, not only a declaration.</summary>
    public bool IsInCode => (Provenance & ~EdgeProvenance.Declared) != 0;

    /// <summary>True when one flow of one run made it. Flows of two runs are two flows.</summary>
    public bool SingleFlow => _singleFlow && RunsInCode == 1;

    /// <summary>True as long as no second flow is known; also before there is a first.</summary>
    public bool HasNoSecondFlow => _singleFlow && RunsInCode <= 1;

    /// <summary>Every pair of modes seen.</summary>
    public IEnumerable<(LockMode Outer, LockMode Inner)> Modes
    {
        get
        {
            for (int rest = _modes; rest != 0; rest &= rest - 1)
            {
                yield return EdgeStrengths.FirstPair(rest);
            }
        }
    }

    /// <summary>Names of the gates of every run. A number (<c>#2</c>) tells instances apart in one run, and says nothing in another.</summary>
    public IReadOnlyList<string> Gates => RunsInCode > 1 ? [.. (_gates ?? []).Where(gate => !IsNumbered(gate))] : _gates ?? [];

    /// <summary>The kept witness of each strength that has one.</summary>
    public IEnumerable<EdgeWitness> Witnesses => _witnesses.OfType<EdgeWitness>();

    /// <summary>The witness of the strongest strength.</summary>
    public EdgeWitness? Strongest => _witnesses.LastOrDefault(witness => witness is not null);

    /// <summary>The kept witness of a strength.</summary>
    public EdgeWitness? WitnessOf(EdgeStrength strength) => _witnesses[(int)strength];

    private int RunsInCode => _contributions.Count(entry => (entry.Provenance & ~EdgeProvenance.Declared) != 0);

    /// <summary>Takes in what another snapshot knows of the edge.</summary>
    /// <param name="edge">The edge there.</param>
    /// <param name="runs">The numbers here of the runs there; ascending where they are new.</param>
    /// <param name="run">The id of the run there, when it is one.</param>
    /// <param name="kept">Decides between witnesses.</param>
    public void Add(SnapshotEdge edge, int[] runs, string? run, KeptEvidence kept)
    {
        foreach ((LockMode outerMode, LockMode innerMode) in edge.Modes)
        {
            _modes |= EdgeStrengths.PairBit(outerMode, innerMode);
        }

        // A promise has no gates and no flow to compare.
        if ((edge.Provenance & ~EdgeProvenance.Declared) != 0)
        {
            _gates = _gates is null ? [.. edge.Gates.Order(StringComparer.Ordinal)] : _gates.Length == 0 ? _gates : [.. _gates.Intersect(edge.Gates, StringComparer.Ordinal)];
            _singleFlow &= edge.SingleFlow;
        }

        Provenance |= edge.Provenance;
        foreach (EdgeWitness witness in edge.Witnesses)
        {
            EdgeWitness named = witness.Run is null && run is not null ? new EdgeWitness(witness.Outer, witness.Inner, witness.Flow) { Run = run } : witness;
            ref EdgeWitness? place = ref _witnesses[(int)EdgeStrengths.Of(witness.Outer.Mode, witness.Inner.Mode)];
            place = place is null ? named : kept.Of(place, named);
        }

        if (run is not null)
        {
            Contribute(new EdgeContribution(runs[0], edge.Count, edge.Provenance));
        }
        else
        {
            foreach (EdgeContribution entry in edge.Contributions)
            {
                Contribute(entry with { Run = runs[entry.Run] });
            }
        }
    }

    private void Contribute(EdgeContribution entry)
    {
        if (_contributions.Count == 0 || _contributions[^1].Run < entry.Run)
        {
            _contributions.Add(entry);
            return;
        }

        int place = _contributions.BinarySearch(entry, Comparer<EdgeContribution>.Create((one, other) => one.Run.CompareTo(other.Run)));
        if (place < 0)
        {
            _contributions.Insert(~place, entry);
            return;
        }

        // The same run once more: it says the same, or a file was edited, and then the larger claim holds.
        EdgeContribution known = _contributions[place];
        _contributions[place] = new EdgeContribution(entry.Run, Math.Max(known.Count, entry.Count), known.Provenance | entry.Provenance);
    }

    private static bool IsNumbered(string gate)
    {
        int hash = gate.LastIndexOf('#');
        return hash >= 0 && (hash == 0 || gate[hash - 1] == ' ') && hash + 1 < gate.Length && gate.AsSpan(hash + 1).IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
