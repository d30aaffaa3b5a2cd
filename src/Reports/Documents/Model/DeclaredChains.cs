using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>Puts the steps of the declared order together again as the chains that were written.</summary>
internal static class DeclaredChains
{
    /// <summary>The chains in order of declaration. A step that was promised before stands in the earlier chain only.</summary>
    public static IReadOnlyList<DeclaredChain> Of(DeclaredOrder declared)
    {
        var chains = new List<(List<string> Names, string Place)>();
        foreach ((string outer, string inner, string place) in declared.Promises)
        {
            if (chains.Count > 0 && chains[^1].Place == place && chains[^1].Names[^1] == outer)
            {
                chains[^1].Names.Add(inner);
            }
            else
            {
                chains.Add(([outer, inner], place));
            }
        }

        return [.. chains.Select(chain => new DeclaredChain(chain.Names, SteadyText.Place(chain.Place)))];
    }
}
