using LockGraph.Core;

namespace Luo.Verdicts;

/// <summary>A task that waits for something that is no lock, such as a page that another task has to bring.</summary>
/// <param name="Flow">Who waits.</param>
/// <param name="Server">Who has to act.</param>
/// <param name="Held">Ids of the locks it holds meanwhile.</param>
internal sealed record ServiceWait(string Flow, string Server, IReadOnlyList<long> Held);

/// <summary>
/// Tells, of tasks that wait while nobody else runs any more, which wait for each other and which for somebody who is gone. Unlike
/// the validator it follows waits that are no locks as well.
/// </summary>
internal static class StuckTasks
{
    public static IEnumerable<Anomaly> Judge(IReadOnlyList<LockWait> locks, IReadOnlyList<ServiceWait> services)
    {
        var blockers = new Dictionary<string, HashSet<string>>();
        foreach (LockWait wait in locks)
        {
            blockers[wait.Flow] =
            [
                .. locks.Where(other => other.Flow != wait.Flow && (Holds(other, wait) || QueuesBefore(other, wait))).Select(other => other.Flow),
                .. services.Where(other => other.Held.Contains(wait.Wanted.Instance)).Select(other => other.Flow),
            ];
        }

        foreach (ServiceWait wait in services)
        {
            blockers[wait.Flow] = [wait.Server];
        }

        foreach (string flow in blockers.Keys.Order(StringComparer.Ordinal))
        {
            string what = locks.FirstOrDefault(wait => wait.Flow == flow)?.Wanted.ToString() ?? "a page fault to be served";
            yield return LeadsToRing(blockers, flow)
                ? new Anomaly(Verdict.Deadlock, $"{flow} waits for {what}, in a ring of waits")
                : new Anomaly(Verdict.BlockedForever, $"{flow} waits for {what}, which nobody is left to release");
        }
    }

    private static bool Holds(LockWait other, LockWait wait) => other.Held.Any(held => held.Acquisition.Instance == wait.Wanted.Instance);

    private static bool QueuesBefore(LockWait other, LockWait wait) =>
        wait.Wanted.Mode == LockMode.Read && other.Wanted.Mode == LockMode.Write && other.Wanted.Instance == wait.Wanted.Instance;

    private static bool LeadsToRing(Dictionary<string, HashSet<string>> blockers, string start)
    {
        var path = new HashSet<string>();
        return Visit(start);

        bool Visit(string at)
        {
            if (!blockers.TryGetValue(at, out HashSet<string>? next))
            {
                return false;
            }

            if (!path.Add(at))
            {
                return true;
            }

            bool found = next.Any(Visit);
            path.Remove(at);
            return found;
        }
    }
}
