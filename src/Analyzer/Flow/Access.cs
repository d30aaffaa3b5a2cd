using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>How a member is used.</summary>
internal enum AccessKind
{
    Read,
    Write,
    ReadWrite,
}

/// <summary>Tells reads from writes.</summary>
internal static class Access
{
    public static AccessKind Of(IOperation member)
    {
        IOperation at = member;
        while (at.Parent is IParenthesizedOperation or IConversionOperation { IsImplicit: true } or ITupleOperation or IDeclarationExpressionOperation)
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            ISimpleAssignmentOperation { IsRef: false } assignment when ReferenceEquals(assignment.Target, at) => AccessKind.Write,
            IDeconstructionAssignmentOperation deconstruction when ReferenceEquals(deconstruction.Target, at) => AccessKind.Write,
            ICompoundAssignmentOperation compound when ReferenceEquals(compound.Target, at) => AccessKind.ReadWrite,
            IIncrementOrDecrementOperation => AccessKind.ReadWrite,
            ICoalesceAssignmentOperation coalesce when ReferenceEquals(coalesce.Target, at) => AccessKind.ReadWrite,
            IEventAssignmentOperation => AccessKind.ReadWrite,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => AccessKind.ReadWrite,

            // An element of an array that is a field is changed through the field.
            IArrayElementReferenceOperation element when ReferenceEquals(element.ArrayReference, at) => Of(element),
            _ => AccessKind.Read,
        };
    }
}
