namespace LockGraph.Core;

/// <summary>What a structure promises about itself, checked by tests after each step.</summary>
internal static class Invariant
{
    /// <exception cref="InvalidOperationException">The promise is broken.</exception>
    public static void Holds(bool holds, string promise)
    {
        if (!holds)
        {
            throw new InvalidOperationException("Broken: " + promise + ".");
        }
    }
}
