using LockGraph.Core;

namespace LockGraph;

/// <summary>Looks for a lock on the stacks of other threads, for the text of a report that is made anyway.</summary>
/// <remarks>Other threads go on meanwhile, so the answer is a hint: it decides words, never whether something is a violation.</remarks>
internal static class ForeignHold
{
    public static (ExecutionFlow Flow, AcquisitionSite Site)? Find(IEnumerable<ExecutionFlow> flows, ExecutionFlow? except, LockInstance lockInstance)
    {
        foreach (ExecutionFlow flow in flows)
        {
            if (ReferenceEquals(flow, except))
            {
                continue;
            }

            int depth = flow.Find(lockInstance);
            if (depth > 0)
            {
                ref HeldEntry entry = ref flow.At(depth);
                return (flow, new AcquisitionSite(entry.File, entry.Line));
            }
        }

        return null;
    }
}
