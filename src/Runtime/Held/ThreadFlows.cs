using System.Runtime.CompilerServices;

namespace LockGraph;

/// <summary>The flows of the current thread, one per validator it has met.</summary>
internal static class ThreadFlows
{
    [ThreadStatic]
    private static ExecutionFlow? _current;

    [ThreadStatic]
    private static List<WeakReference<ExecutionFlow>>? _all;

    /// <summary>The flow of the validator met last: nearly always the one asked for.</summary>
    public static ExecutionFlow? Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _current;
    }

    /// <summary>The flow of this thread in a validator; made on first use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExecutionFlow Of(LockOrderValidator validator)
    {
        ExecutionFlow? flow = _current;
        return flow is not null && ReferenceEquals(flow.Validator, validator) ? flow : Switch(validator);
    }

    /// <summary>Every flow of this thread whose validator is still alive.</summary>
    public static IEnumerable<ExecutionFlow> All
    {
        get
        {
            if (_all is null)
            {
                yield break;
            }

            foreach (WeakReference<ExecutionFlow> reference in _all)
            {
                if (reference.TryGetTarget(out ExecutionFlow? flow))
                {
                    yield return flow;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ExecutionFlow Switch(LockOrderValidator validator)
    {
        _all ??= [];

        // Validators come and go in tests; a pool thread must not keep their flows alive.
        _all.RemoveAll(reference => !reference.TryGetTarget(out _));
        ExecutionFlow? flow = All.FirstOrDefault(known => ReferenceEquals(known.Validator, validator));
        if (flow is null)
        {
            flow = validator.OpenThreadFlow(Thread.CurrentThread);
            _all.Add(new WeakReference<ExecutionFlow>(flow));
            FlowHolds.Show(flow);
        }

        return _current = flow;
    }
}
