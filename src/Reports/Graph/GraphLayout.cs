namespace LockGraph.Reports;

/// <summary>A box that is to be placed.</summary>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
internal readonly record struct LayoutBox(double Width, double Height);

/// <summary>A point of a drawing; y grows downwards.</summary>
internal readonly record struct LayoutPoint(double X, double Y);

/// <summary>A drawing: where every box has its centre, and along which points every edge runs.</summary>
/// <param name="Centres">A point for each box.</param>
/// <param name="Routes">For each edge, the points between its two boxes; none where it runs straight.</param>
/// <param name="Width">Width of the whole, from 0.</param>
/// <param name="Height">Height of the whole, from 0.</param>
/// <param name="Parts">For each box, the number of its strongly connected part; boxes that lie on no ring together have different ones.</param>
internal sealed record GraphDrawing(
    IReadOnlyList<LayoutPoint> Centres,
    IReadOnlyList<IReadOnlyList<LayoutPoint>> Routes,
    double Width,
    double Height,
    IReadOnlyList<int> Parts);

/// <summary>Places graphs in layers: outer above inner, neighbors close to each other, few crossings.</summary>
/// <remarks>Deterministic: the same boxes and edges in the same order give the same drawing on every machine. Cost: near linear.</remarks>
internal static class GraphLayout
{
    /// <summary>Room between what is not connected.</summary>
    private const double PartGap = 60;

    private const double BoxGap = 24;
    private const double Aspect = 1.6;

    /// <summary>Draws a graph.</summary>
    /// <param name="boxes">The nodes.</param>
    /// <param name="edges">The edges, by positions of nodes; rings are allowed, an edge from a node to itself is not drawn.</param>
    public static GraphDrawing Layered(IReadOnlyList<LayoutBox> boxes, IReadOnlyList<(int From, int To)> edges)
    {
        var structure = new GraphStructure(boxes.Count, edges);
        var centres = new LayoutPoint[boxes.Count];
        var routes = new IReadOnlyList<LayoutPoint>[edges.Count];
        Array.Fill(routes, []);
        List<Part> parts = [.. structure.Components.Select(nodes => Draw(nodes, structure, boxes, edges))];
        if (structure.Isolated.Count > 0)
        {
            parts.Add(Grid(structure.Isolated, boxes));
        }

        (double width, double height) = Pack(parts);
        foreach (Part part in parts)
        {
            for (int i = 0; i < part.Nodes.Count; i++)
            {
                centres[part.Nodes[i]] = Moved(part.Centres[i], part);
            }

            foreach ((int edge, List<LayoutPoint> route) in part.Routes)
            {
                routes[edge] = [.. route.Select(point => Moved(point, part))];
            }
        }

        return new GraphDrawing(centres, routes, width, height, structure.Strong);
    }

    private static LayoutPoint Moved(LayoutPoint point, Part part) => new(Math.Round(point.X + part.Left, 1), Math.Round(point.Y + part.Top, 1));

    private static Part Draw(List<int> nodes, GraphStructure structure, IReadOnlyList<LayoutBox> boxes, IReadOnlyList<(int From, int To)> edges)
    {
        var layers = new GraphLayers(nodes, structure, boxes, edges);
        LayerOrdering.Order(layers);
        return LayerCoordinates.Place(layers, nodes);
    }

    // Without edges there is no order to show, only names to read.
    private static Part Grid(IReadOnlyList<int> nodes, IReadOnlyList<LayoutBox> boxes)
    {
        double width = nodes.Max(node => boxes[node].Width) + BoxGap;
        double height = nodes.Max(node => boxes[node].Height) + BoxGap;
        int columns = Math.Max(1, (int)Math.Ceiling(Math.Sqrt(nodes.Count * height * Aspect / width)));
        var part = new Part([.. nodes], new LayoutPoint[nodes.Count])
        {
            Width = (Math.Min(columns, nodes.Count) * width) - BoxGap,
            Height = (((nodes.Count + columns - 1) / columns) * height) - BoxGap,
        };
        for (int i = 0; i < nodes.Count; i++)
        {
            part.Centres[i] = new LayoutPoint(((i % columns) * width) + ((width - BoxGap) / 2), ((i / columns) * height) + ((height - BoxGap) / 2));
        }

        return part;
    }

    // On shelves, the tall ones first, so that the whole is about as wide as a screen.
    private static (double Width, double Height) Pack(List<Part> parts)
    {
        double area = parts.Sum(part => (part.Width + PartGap) * (part.Height + PartGap));
        double shelf = Math.Max(Math.Sqrt(area * Aspect), parts.Count == 0 ? 0 : parts.Max(part => part.Width));
        double left = 0, top = 0, tallest = 0, width = 0;
        foreach (Part part in parts)
        {
            if (left > 0 && left + part.Width > shelf)
            {
                left = 0;
                top += tallest + PartGap;
                tallest = 0;
            }

            part.Left = left;
            part.Top = top;
            width = Math.Max(width, left + part.Width);
            left += part.Width + PartGap;
            tallest = Math.Max(tallest, part.Height);
        }

        return (Math.Round(width, 1), Math.Round(top + tallest, 1));
    }

    /// <summary>The drawing of what is connected, from its own corner.</summary>
    internal sealed class Part(List<int> nodes, LayoutPoint[] centres)
    {
        public List<int> Nodes { get; } = nodes;

        public LayoutPoint[] Centres { get; } = centres;

        public List<(int Edge, List<LayoutPoint> Points)> Routes { get; } = [];

        public double Width { get; init; }

        public double Height { get; init; }

        public double Left { get; set; }

        public double Top { get; set; }
    }
}
