using LockGraph.Core;

namespace LockGraph.Cli.Check;

/// <summary>Snapshots of runs, to be judged together with the code.</summary>
internal static class ObservedSnapshot
{
    /// <summary>Reads one.</summary>
    /// <exception cref="BadInputException">There is no such file, or it is not a snapshot.</exception>
    public static OrderSnapshot Read(string path) => throw new BadInputException($"{path}: snapshots cannot be read yet.");
}
