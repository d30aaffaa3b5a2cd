using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>Where a body puts something: into what its caller knows, where others look, or where only itself does.</summary>
internal readonly record struct Destination(int? Ordinal, bool IsSeen)
{
    public static Destination Seen { get; } = new(null, true);

    public static Destination Own { get; } = new(null, false);

    public static Destination Of(int ordinal) => new(ordinal, false);
}

/// <content>Whose object it is that the followed one is put into.</content>
internal sealed partial class HandedObject
{
    /// <summary>Whose object it is that something is put into: that of the first step of the way to it.</summary>
    private Destination Where(IOperation target)
    {
        switch (target)
        {
            case IConversionOperation conversion:
                return Where(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Where(parenthesized.Operand);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }:
                return Initialized(target) is { } initialized ? Where(initialized) : Destination.Own;
            case IInstanceReferenceOperation:
                return Destination.Of(Handovers.Receiver);
            case IParameterReferenceOperation { Parameter: var parameter } when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _method):
                return Destination.Of(parameter.Ordinal);
            case IMemberReferenceOperation { Instance: null }:
                return Destination.Seen;
            case IMemberReferenceOperation { Instance: { } instance }:
                return Where(instance);
            case IArrayElementReferenceOperation element:
                return Where(element.ArrayReference);
            case IConditionalAccessInstanceOperation access:
                return Accessed(access) is { } receiver ? Where(receiver) : Destination.Own;
            case IObjectCreationOperation creation:
                return Created(creation);
            case ILocalReferenceOperation { Local: var local }:
                return Where(local);
            default:
                return Destination.Own;
        }
    }

    // A reference to a member stands for the member itself.
    private Destination WhereStored(IOperation location) => location is IMemberReferenceOperation { Member.IsStatic: true } ? Destination.Seen : Where(location);

    private Destination Where(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initial } && _model.GetOperation(initial) is { } value)
        {
            while (value is IConversionOperation conversion)
            {
                value = conversion.Operand;
            }

            if (value is IMemberReferenceOperation or IArrayElementReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation)
            {
                return Where(value);
            }

            if (value is IObjectCreationOperation)
            {
                // What is put into a new object goes where that goes.
                Call(local);
            }
        }

        return Destination.Own;
    }

    /// <summary>What becomes of an object that the body makes, and puts the one that is followed into.</summary>
    private Destination Created(IObjectCreationOperation creation)
    {
        IOperation at = creation;
        while (at.Parent is IConversionOperation or IParenthesizedOperation or ICoalesceOperation)
        {
            at = at.Parent;
        }

        switch (at.Parent)
        {
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: null } }:
                return Destination.Seen;
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: { } instance } }:
                return Where(instance);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } }:
                Call(local);
                return Destination.Own;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } }:
                Call(declared);
                return Destination.Own;
            case IArgumentOperation or IEventAssignmentOperation or ICoalesceAssignmentOperation:
                Follow(creation);
                return Destination.Own;
            default:
                return Destination.Own;
        }
    }

    private void Follow(IObjectCreationOperation creation)
    {
        if (_followed.Add(creation))
        {
            Use(creation);
        }
    }

    private static IObjectCreationOperation? Initialized(IOperation implicitReceiver)
    {
        for (IOperation? at = implicitReceiver.Parent; at is not null and not IAnonymousObjectCreationOperation; at = at.Parent)
        {
            if (at is IObjectCreationOperation creation)
            {
                return creation;
            }
        }

        return null;
    }

    private static IOperation? Accessed(IOperation instance)
    {
        for (IOperation at = instance; at.Parent is { } parent; at = parent)
        {
            // In `a?.B?.C` the first step is on the left of the second question mark.
            if (parent is IConditionalAccessOperation access && ReferenceEquals(access.WhenNotNull, at))
            {
                return access.Operation;
            }
        }

        return null;
    }
}
