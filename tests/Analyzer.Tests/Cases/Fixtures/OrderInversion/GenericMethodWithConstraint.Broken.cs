public interface IShape
{
    void Measure();
}

public sealed class Circle(Canvas canvas) : IShape
{
    private readonly object _radius = new();

    public void Measure() { lock (_radius) { } }

    public void Grow()
    {
        lock (_radius)
        {
            canvas.Invalidate(); // expect-any: LG1002
        }
    }
}

public sealed class Canvas
{
    private readonly object _pixels = new();

    public void Invalidate() { lock (_pixels) { } }

    public void Draw<T>(T shape)
        where T : IShape
    {
        lock (_pixels)
        {
            shape.Measure(); // expect-any: LG1002
        }
    }
}
