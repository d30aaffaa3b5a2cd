using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using LockGraph.Core;

namespace LockGraph;

/// <summary>A stack of this process, which knows more than its text: which asynchronous methods were under way on it.</summary>
internal sealed class TracedStack : CapturedStack
{
    private readonly Lazy<HashSet<Type>> _stateMachines;

    public TracedStack(StackTrace trace)
        : base(() => StackFrames.Render(trace)) => _stateMachines = new Lazy<HashSet<Type>>(() => [.. Of(trace)]);

    /// <summary>The state machines of the asynchronous methods on the stack.</summary>
    public IReadOnlyCollection<Type> StateMachines => _stateMachines.Value;

    private static IEnumerable<Type> Of(StackTrace trace)
    {
        foreach (StackFrame? frame in trace.GetFrames() ?? [])
        {
            if (frame?.GetMethod() is MethodBase { DeclaringType: { } type } && typeof(IAsyncStateMachine).IsAssignableFrom(type))
            {
                yield return type.IsGenericType ? type.GetGenericTypeDefinition() : type;
            }
        }
    }
}
