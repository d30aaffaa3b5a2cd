using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>Tests that only a finished task passes, and the ways from an expression to its task.</summary>
internal static class TaskTests
{
    /// <summary>True for the properties of tasks and their awaiters that tell whether they are finished.</summary>
    public static bool IsOne(IPropertySymbol property) =>
        property.Name is "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "IsCanceled" or "Status"
        && property.ContainingType is { ContainingNamespace.Name: "Tasks" or "CompilerServices", DeclaringSyntaxReferences.Length: 0, Name: var type }
        && (type.EndsWith("Task", StringComparison.Ordinal) || type.EndsWith("Awaiter", StringComparison.Ordinal));

    /// <summary>The task that is finished when its status equals a constant; <see langword="null"/> for anything else that is compared.</summary>
    public static Place? Finishes(Value status, Value constant) =>
        status is StatusValue { Task: var task } && constant is ConstantValue { Constant: int number } && IsEnd(number) ? task : null;

    /// <summary>The task that is finished when a value matches a pattern.</summary>
    public static Place? Finishes(IPatternOperation pattern, Value value) => (pattern, value) switch
    {
        (IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: int number } }, StatusValue { Task: var task }) when IsEnd(number) => task,
        (IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either, StatusValue) => Finishes(either.LeftPattern, value) is { } left && Finishes(either.RightPattern, value) is not null ? left : null,
        (IRecursivePatternOperation { PropertySubpatterns: var parts }, PlaceValue { Place: var place }) when parts.Any(part => IsPassed(part, place)) => place,
        _ => null,
    };

    /// <summary>The expression whose task is waited for, without the steps to its result.</summary>
    public static IOperation? Unwrap(IOperation? operand)
    {
        while (true)
        {
            switch (operand)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operand = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operand = parenthesized.Operand;
                    break;
                case IInvocationOperation { Instance: { } instance } call when KnownCalls.PassesReceiver(call.TargetMethod):
                    operand = instance;
                    break;
                default:
                    return operand;
            }
        }
    }

    /// <summary>The method that a task is the result of, where it is waited for on the spot.</summary>
    public static IMethodSymbol? CallOf(IOperation? operand) => (Unwrap(operand) as IInvocationOperation)?.TargetMethod;

    /// <summary>The tasks that are all finished when an awaited expression is: <c>a</c> and <c>b</c> of <c>Task.WhenAll(a, b)</c>.</summary>
    public static IEnumerable<IOperation> AllOf(IOperation awaited)
    {
        if (Unwrap(awaited) is IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" } } } all)
        {
            // However the compiler hands several arguments over as one.
            foreach (IOperation element in all.Arguments.SelectMany(argument => argument.Value.DescendantsAndSelf()))
            {
                if (element is (ILocalReferenceOperation or IParameterReferenceOperation) and { Type.Name: "Task" })
                {
                    yield return element;
                }
            }
        }
    }

    private static bool IsPassed(IPropertySubpatternOperation part, Place task) => part.Member is IPropertyReferenceOperation { Property: var property } && IsOne(property)
        && (property.Name == "Status" ? Finishes(part.Pattern, new StatusValue(task)) is not null : part.Pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: true } });

    // RanToCompletion, Canceled, Faulted.
    private static bool IsEnd(int status) => status is >= 5 and <= 7;
}
