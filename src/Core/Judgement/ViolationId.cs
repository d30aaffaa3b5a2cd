using System.Globalization;
using System.Text;

namespace LockGraph.Core;

/// <summary>Stable ids of violations: one id, one defect.</summary>
internal static class ViolationId
{
    public static string Of(Violation violation)
    {
        var key = new StringBuilder(violation.Kind.ToString());
        if (violation.Kind is ViolationKind.Inversion or ViolationKind.Cycle or ViolationKind.Guarded)
        {
            // Classes only: the ring stays the same defect when its code moves.
            foreach (CycleEdge edge in violation.Cycle)
            {
                key.Append('|').Append(edge.Outer);
            }
        }
        else if (violation.Kind == ViolationKind.LiveDeadlock)
        {
            foreach (string name in violation.Waits.Select(wait => wait.Wanted.Name).OrderBy(name => name, StringComparer.Ordinal))
            {
                key.Append('|').Append(name);
            }
        }
        else
        {
            key.Append('|').Append(violation.Attempted.Name);
            key.Append('|').Append(violation.Against?.Acquisition.Name);
            if (violation.Kind is not (ViolationKind.DeclaredOrder or ViolationKind.UndeclaredNesting))
            {
                key.Append('|').Append(violation.Attempted.Site.ToString());
            }
        }

        return violation.RuleId + "-" + Fnv1A(key.ToString()).ToString("x12", CultureInfo.InvariantCulture);
    }

    // FNV-1a folded to 48 bits: string.GetHashCode differs from run to run, and 32 bits collide at 65,000 defects.
    private static ulong Fnv1A(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return (hash ^ (hash >> 48)) & 0xFFFF_FFFF_FFFF;
    }
}
