namespace LockGraph.Core;

/// <summary>The code that first showed an edge: both acquisitions, with the flow that made them.</summary>
public sealed class EdgeWitness
{
    /// <summary>Creates a witness.</summary>
    /// <param name="outer">The lock that was held.</param>
    /// <param name="inner">The lock that was asked for while <paramref name="outer"/> was held.</param>
    /// <param name="flow">Name of the thread or flow.</param>
    public EdgeWitness(Acquisition outer, Acquisition inner, string flow)
    {
        Outer = outer ?? throw new ArgumentNullException(nameof(outer));
        Inner = inner ?? throw new ArgumentNullException(nameof(inner));
        Flow = flow ?? throw new ArgumentNullException(nameof(flow));
    }

    /// <summary>The lock that was held.</summary>
    public Acquisition Outer { get; }

    /// <summary>The lock that was asked for.</summary>
    public Acquisition Inner { get; }

    /// <summary>Name of the thread or flow.</summary>
    public string Flow { get; }

    /// <summary>Name of the run or process that saw it; <see langword="null"/> for this one.</summary>
    public string? Run { get; init; }
}
