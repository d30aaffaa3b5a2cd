namespace LockGraph.Reports;

/// <summary>The nodes of one connected graph in layers, every edge pointing down, long edges cut into steps from layer to layer.</summary>
/// <remarks>
/// Rings are opened where a depth-first walk in the order of the nodes comes back; such an edge is turned for the layers and drawn upwards.
/// In wide graphs long edges are not cut: thousands of bends help nobody.
/// </remarks>
internal sealed class GraphLayers
{
    private const int WidestCut = 16;
    private const int MostBends = 2_000;

    private readonly List<LayoutBox> _boxes = [];
    private readonly List<List<int>> _below = [];
    private readonly List<List<int>> _above = [];
    private readonly List<int> _layer;

    /// <summary>Makes the layers.</summary>
    public GraphLayers(List<int> nodes, GraphStructure structure, IReadOnlyList<LayoutBox> boxes, IReadOnlyList<(int From, int To)> edges)
    {
        RealCount = nodes.Count;
        var places = new Dictionary<int, int>();
        foreach (int node in nodes)
        {
            places.Add(node, places.Count);
            Add(boxes[node]);
        }

        (int Edge, int From, int To)[] inside = [.. edges.Index().Where(edge => edge.Item.From != edge.Item.To && places.ContainsKey(edge.Item.From))
            .Select(edge => (edge.Index, places[edge.Item.From], places[edge.Item.To]))];
        bool[] turned = Turned(inside, structure, nodes);
        _layer = [.. OrderAlgorithms.ShortLayers(RealCount, [.. inside.Select((edge, i) => turned[i] ? (edge.To, edge.From) : (edge.From, edge.To))])];
        bool isCut = _layer.CountBy(layer => layer).Max(pair => pair.Value) <= WidestCut;
        for (int i = 0; i < inside.Length; i++)
        {
            Connect(isCut, inside[i].Edge, turned[i] ? inside[i].To : inside[i].From, turned[i] ? inside[i].From : inside[i].To, turned[i]);
        }

        Rows = [.. Enumerable.Range(0, _layer.Max() + 1).Select(_ => new List<int>())];
        for (int place = 0; place < _layer.Count; place++)
        {
            Rows[_layer[place]].Add(place);
        }
    }

    /// <summary>Places below this number are nodes; the others are bends of long edges.</summary>
    public int RealCount { get; }

    /// <summary>The layers from above; the order inside each is what is left to find.</summary>
    public List<List<int>> Rows { get; }

    /// <summary>The bends of each edge that has some, from its outer to its inner node.</summary>
    public List<(int Edge, List<int> Places)> Bends { get; } = [];

    public LayoutBox BoxOf(int place) => _boxes[place];

    public IReadOnlyList<int> Below(int place) => _below[place];

    public IReadOnlyList<int> Above(int place) => _above[place];

    public bool IsBend(int place) => place >= RealCount;

    private int Add(LayoutBox box)
    {
        _boxes.Add(box);
        _below.Add([]);
        _above.Add([]);
        return _boxes.Count - 1;
    }

    private bool[] Turned((int Edge, int From, int To)[] edges, GraphStructure structure, List<int> nodes)
    {
        var turned = new bool[edges.Length];
        List<int>[] leaving = [.. Enumerable.Range(0, RealCount).Select(_ => new List<int>())];
        for (int i = 0; i < edges.Length; i++)
        {
            if (structure.Strong[nodes[edges[i].From]] == structure.Strong[nodes[edges[i].To]])
            {
                leaving[edges[i].From].Add(i);
            }
        }

        // 0 not seen, 1 on the way, 2 done. A walk with a stack of its own: a ring of thousands must not overflow ours.
        var state = new byte[RealCount];
        var way = new Stack<(int Node, int Next)>();
        for (int start = 0; start < RealCount; start++)
        {
            if (state[start] != 0)
            {
                continue;
            }

            state[start] = 1;
            way.Push((start, 0));
            while (way.TryPop(out (int Node, int Next) at))
            {
                if (at.Next == leaving[at.Node].Count)
                {
                    state[at.Node] = 2;
                    continue;
                }

                way.Push((at.Node, at.Next + 1));
                int edge = leaving[at.Node][at.Next];
                int to = edges[edge].To;
                if (state[to] == 1)
                {
                    turned[edge] = true;
                }
                else if (state[to] == 0)
                {
                    state[to] = 1;
                    way.Push((to, 0));
                }
            }
        }

        return turned;
    }

    private void Connect(bool isCut, int edge, int from, int to, bool turned)
    {
        int span = _layer[to] - _layer[from];
        if (span <= 1 || !isCut || _boxes.Count - RealCount + span > MostBends)
        {
            _below[from].Add(to);
            _above[to].Add(from);
            return;
        }

        List<int> places = [];
        int before = from;
        for (int layer = _layer[from] + 1; layer < _layer[to]; layer++)
        {
            int bend = Add(default);
            _layer.Add(layer);
            _below[before].Add(bend);
            _above[bend].Add(before);
            places.Add(bend);
            before = bend;
        }

        _below[before].Add(to);
        _above[to].Add(before);
        if (turned)
        {
            places.Reverse();
        }

        Bends.Add((edge, places));
    }
}
