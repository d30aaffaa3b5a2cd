namespace LockGraph.Parity.Tests.Suite;

/// <summary>What the suite has to show: each shape of code with each primitive, or why the two do not go together.</summary>
internal static class Grid
{
    public static readonly string[] Primitives = ["Lock", "Monitor", "ReaderWriterLock", "Semaphore", "AsyncLock", "Mutex", "SpinLock"];

    public static readonly string[] Shapes =
    [
        "Nested", "AcrossMethods", "Interface", "Event", "Lambda", "Async", "Iterator", "Loop", "Recursion", "Try", "Upgrade", "OutOfOrderRelease", "Gate",
        "ThreeLocks", "SameClass", "Static", "Generic",
    ];

    /// <summary>Cells that cannot be filled, each with the reason.</summary>
    public static readonly IReadOnlyDictionary<(string Primitive, string Shape), string> Impossible = new Dictionary<(string, string), string>
    {
        [("Lock", "Upgrade")] = "it has one mode",
        [("Monitor", "Upgrade")] = "it has one mode",
        [("Semaphore", "Upgrade")] = "it has one mode",
        [("AsyncLock", "Upgrade")] = "it has one mode",
        [("Mutex", "Upgrade")] = "it has one mode",
        [("SpinLock", "Upgrade")] = "it has one mode",
    };

    public static IEnumerable<(string Primitive, string Shape)> Cells =>
        from primitive in Primitives
        from shape in Shapes
        select (primitive, shape);
}
