using System.Globalization;
using System.Text;
using LockGraph.Core;

namespace LockGraph;

/// <content>A run in a few words.</content>
public sealed partial class LockOrderValidator
{
    /// <summary>
    /// What was learned and found, and what went wrong on the way: contained faults, dropped stacks, promises that cannot be honoured. The
    /// first line stands for itself; each of the troubles follows on a line of its own.
    /// </summary>
    public string Summary()
    {
        IReadOnlyList<Violation> violations = Violations;
        int warnings = violations.Count(violation => violation.Severity == ViolationSeverity.Warning);
        var text = new StringBuilder();
        text.AppendFormat(
            CultureInfo.InvariantCulture,
            "{0} lock classes, {1} edges, {2} violations, {3} notes.",
            ClassCount,
            EdgeCount,
            warnings,
            violations.Count - warnings);
        if (OwnFaults > 0)
        {
            text.Append('\n').AppendFormat(CultureInfo.InvariantCulture, "{0} faults of the validator itself or of a sink were contained; the first: {1}", OwnFaults, FirstOwnFault!.Message);
        }

        if (DroppedStacks > 0)
        {
            text.Append('\n').AppendFormat(CultureInfo.InvariantCulture, "{0} stacks were not kept, beyond the budget; the order is complete.", DroppedStacks);
        }

        foreach (OrderDeclarationError error in DeclarationErrors)
        {
            text.Append('\n').Append(error.RuleId).Append(": ").Append(error.Message);
        }

        return text.ToString();
    }
}
