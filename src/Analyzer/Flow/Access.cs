using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
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
    /// <summary>True for a use of the object that a member refers to, not of the reference itself.</summary>
    public static bool IsThrough(IOperation member)
    {
        IOperation at = member;
        while (at.Parent is IParenthesizedOperation or IConversionOperation)
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            IInvocationOperation call => ReferenceEquals(call.Instance, at),
            IMemberReferenceOperation inner => ReferenceEquals(inner.Instance, at),
            IArrayElementReferenceOperation element => ReferenceEquals(element.ArrayReference, at),
            IFlowCaptureOperation => CapturedAs(member) is null,
            IArgumentOperation argument => argument.Parent is IInvocationOperation { TargetMethod.IsExtensionMethod: true } && argument.Parameter?.Ordinal == 0,
            _ => false,
        };
    }

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
            IFlowCaptureOperation => CapturedAs(member) ?? AccessKind.Read,
            _ => AccessKind.Read,
        };
    }

    /// <summary>How a member is used that the control flow graph captures, because the value to be stored in it is a choice; <see langword="null"/> for one that is only read.</summary>
    public static AccessKind? CapturedAs(IOperation member) => member is IFieldReferenceOperation or IPropertyReferenceOperation && member.Parent is IFlowCaptureOperation
        && member.Syntax.Parent is AssignmentExpressionSyntax assignment && assignment.Left == member.Syntax
        ? assignment.Kind() switch
        {
            SyntaxKind.SimpleAssignmentExpression => AccessKind.Write,
            SyntaxKind.CoalesceAssignmentExpression => AccessKind.ReadWrite,
            _ => null,
        }
        : null;
}
