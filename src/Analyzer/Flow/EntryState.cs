using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What is held when a body is entered: what its contract requires, and the monitor of a synchronized method.</summary>
internal static class EntryState
{
    private const System.Reflection.MethodImplAttributes _synchronized = System.Reflection.MethodImplAttributes.Synchronized;

    public static PathState Of(CompilationFacts facts, ISymbol body) => Add(facts, body, PathState.Empty);

    public static PathState Add(CompilationFacts facts, ISymbol body, PathState entry)
    {
        if (body is not IMethodSymbol method)
        {
            return entry;
        }

        Contract contract = facts.Contracts.Of(method);
        PathState state = entry;
        foreach (ContractLock required in contract.Requires.Concat(contract.Releases))
        {
            if (required.Place is { } place && !state.Holds(place, required.Shared))
            {
                state = state.Acquire(new Hold(place, facts.PrimitiveAt(place), required.Shared ? LockMode.Read : LockMode.Write, AcquisitionKind.Blocking, null, 1));
            }
        }

        if (SynchronizedOn(method) is { } monitor)
        {
            state = state.Acquire(new Hold(monitor, LockPrimitive.Monitor, LockMode.Write, AcquisitionKind.Blocking, null, 1));
        }

        return state;
    }

    /// <summary>The monitor that a synchronized method takes, or <see langword="null"/>.</summary>
    public static Place? SynchronizedOn(IMethodSymbol method) =>
        method.ContainingType is { } type && (method.MethodImplementationFlags & _synchronized) != 0
            ? method.IsStatic ? Place.TypeObject(type) : Place.This(type)
            : null;
}
