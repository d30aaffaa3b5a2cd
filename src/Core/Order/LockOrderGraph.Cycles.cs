namespace LockGraph.Core;

// Which edges are kept apart, what is reported of them, and when that changes.
public sealed partial class LockOrderGraph
{
    /// <summary>Classifies a strength that has just been refused by the order.</summary>
    private void KeepApart(in EdgeOccurrence occurrence, EdgeStrength strength, ref List<LockOrderCycle>? cycles)
    {
        ApartEdge apart = _apart.Require(occurrence.Outer, occurrence.Inner);
        int[] shortest = _search.FindWayRound(apart.Outer, apart.Inner, strength, GateSet.Empty)!;
        LockOrderCycle cycle = Describe(apart, occurrence.OuterMode, occurrence.InnerMode, shortest);
        if (cycle.IsGuarded && FindUngated(apart, strength) is { } ungated)
        {
            cycle = Describe(apart, occurrence.OuterMode, occurrence.InnerMode, ungated);
        }

        if (cycle.IsGuarded)
        {
            apart.Guarded |= strength.Bit();
        }
        else
        {
            apart.Real |= strength.Bit();
        }

        Report(apart, cycle, ref cycles);
    }

    /// <summary>Reports the guarded cycles that lost their excuse because an edge joined the order or lost gates.</summary>
    private void ReviewGuarded(int outer, int inner, ref List<LockOrderCycle>? cycles)
    {
        foreach (ApartEdge apart in _apart.All)
        {
            if (apart.Outer == outer && apart.Inner == inner)
            {
                Review(apart, apart.Guarded, ref cycles);
            }
            else if (apart.Guarded != apart.Due && MayLieOn(apart, outer, inner))
            {
                Review(apart, (byte)(apart.Guarded & ~apart.Due), ref cycles);
            }
        }
    }

    private void Review(ApartEdge apart, byte guarded, ref List<LockOrderCycle>? cycles)
    {
        foreach (EdgeStrength strength in StrengthsIn(guarded))
        {
            if (FindUngated(apart, strength) is not { } ungated)
            {
                continue;
            }

            byte others = (byte)~strength.Bit();
            apart.Guarded &= others;
            apart.Due &= others;
            apart.Real |= strength.Bit();
            (LockMode outerMode, LockMode innerMode) = ModesOf(_edges.Find(apart.Outer, apart.Inner), strength);
            Report(apart, Describe(apart, outerMode, innerMode, ungated), ref cycles);
        }
    }

    private static void Report(ApartEdge apart, LockOrderCycle cycle, ref List<LockOrderCycle>? cycles)
    {
        if (apart.TryReport(cycle))
        {
            (cycles ??= []).Add(cycle);
        }
    }

    /// <summary>Returns the strengths that no longer close a cycle into the order; true when there was one.</summary>
    private bool Rejoin(ApartEdge apart)
    {
        ref EdgeRecord record = ref _edges[_edges.Find(apart.Outer, apart.Inner)];
        byte before = record.Apart;
        foreach (EdgeStrength strength in StrengthsIn(before))
        {
            if (_order.TryAdd(apart.Outer, apart.Inner, strength, record.InOrder))
            {
                record.InOrder |= strength.Bit();
                record.Apart &= (byte)~strength.Bit();
            }
        }

        apart.Guarded &= record.Apart;
        apart.Real &= record.Apart;
        apart.Due &= record.Apart;
        if (record.Apart == 0)
        {
            _apart.RemoveAll(edge => edge == apart);
        }

        return record.Apart != before;
    }

    /// <summary>Finds what a removal leaves to be said: an edge that rejoined may be a way round for one that is still apart.</summary>
    private void RenewDue()
    {
        foreach (ApartEdge apart in _apart.All)
        {
            apart.Due = 0;
            foreach (EdgeStrength strength in StrengthsIn(apart.Guarded))
            {
                apart.Due |= FindUngated(apart, strength) is null ? (byte)0 : strength.Bit();
            }
        }
    }

    private int[]? FindUngated(ApartEdge apart, EdgeStrength strength) =>
        _search.FindWayRound(apart.Outer, apart.Inner, strength, _edges.Excuse(_edges.Find(apart.Outer, apart.Inner)));

    /// <summary>False when no way round an edge that is kept apart can lead over another edge (or node, when both ends are one).</summary>
    private bool MayLieOn(ApartEdge apart, int outer, int inner)
    {
        (int start, int goal, int readerGoal) = _order.WayRound(apart.Outer, apart.Inner, EdgeStrength.ExclusiveBlocking);
        IncrementalOrder order = _order.Order;
        int reader = _order.ReaderOf(apart.Inner);
        int lowest = reader < 0 ? order.Rank(start) : Math.Min(order.Rank(start), order.Rank(reader));
        int highest = readerGoal < 0 ? order.Rank(goal) : Math.Max(order.Rank(goal), order.Rank(readerGoal));
        return _order.MayPassBetween(outer, inner, lowest, highest);
    }

    private LockOrderCycle Describe(ApartEdge apart, LockMode outerMode, LockMode innerMode, int[] way)
    {
        var steps = new LockOrderStep[way.Length];
        steps[0] = new LockOrderStep(_edges.Describe(_edges.Find(apart.Outer, apart.Inner)), outerMode, innerMode);
        for (int i = 1; i < way.Length; i++)
        {
            int edge = _edges.Find(_order.NodeOf(way[i - 1]), _order.NodeOf(way[i]));
            (LockMode outer, LockMode inner) = ModesOf(edge, _order.StrengthBetween(way[i - 1], way[i], _edges[edge].InOrder));
            steps[i] = new LockOrderStep(_edges.Describe(edge), outer, inner);
        }

        return new LockOrderCycle(steps, apart.WasReported);
    }

    /// <summary>The modes in which an edge shows a strength: those of its witness, else the smallest.</summary>
    private (LockMode Outer, LockMode Inner) ModesOf(int edge, EdgeStrength strength)
    {
        if (_edges.Witness(edge, strength) is { } witness && EdgeStrengths.Of(witness.Outer.Mode, witness.Inner.Mode) == strength)
        {
            return (witness.Outer.Mode, witness.Inner.Mode);
        }

        return EdgeStrengths.FirstPair(_edges[edge].ModePairs & EdgeStrengths.Pairs(strength));
    }

    private SortedSet<int> NeighborsOf(int node)
    {
        var nodes = new SortedSet<int>();
        IncrementalOrder order = _order.Order;
        foreach (int vertex in new[] { node, _order.ReaderOf(node) })
        {
            for (int i = 0; vertex >= 0 && i < order.CountAfter(vertex); i++)
            {
                nodes.Add(_order.NodeOf(order.After(vertex, i)));
            }

            for (int i = 0; vertex >= 0 && i < order.CountBefore(vertex); i++)
            {
                nodes.Add(_order.NodeOf(order.Before(vertex, i)));
            }
        }

        foreach (ApartEdge apart in _apart.All)
        {
            if (apart.Outer == node || apart.Inner == node)
            {
                nodes.Add(apart.Outer == node ? apart.Inner : apart.Outer);
            }
        }

        return nodes;
    }

    private void RemoveEdge(int outer, int inner)
    {
        int edge = _edges.Find(outer, inner);
        if (edge >= 0)
        {
            _edges.Remove(edge);
        }
    }
}
