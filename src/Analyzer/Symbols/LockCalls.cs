using LockGraph.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>Tells what a call does to a lock: the members of every lock type of .NET, in one table.</summary>
internal sealed class LockCalls
{
    private readonly KnownTypes _types;
    private readonly AnalyzerSettings _settings;

    public LockCalls(KnownTypes types, AnalyzerSettings settings)
    {
        _types = types;
        _settings = settings;
    }

    /// <summary>The action of a call, or <see langword="null"/> for a call that is none of a lock.</summary>
    public LockAction? Of(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (_settings.ScopeMethodOf(method) is { } scoped)
        {
            return new LockAction(LockActionKind.Acquire, LockPrimitive.Scoped) { Target = call.Instance, Mode = scoped, GivesScope = true };
        }

        LockPrimitive? primitive = _types.PrimitiveOf(method.ContainingType);
        return primitive?.Family switch
        {
            LockFamily.Monitor => OfMonitor(call),
            LockFamily.Lock => OfLock(call, primitive),
            LockFamily.ReaderWriterSlim => OfReaderWriterSlim(call, primitive),
            LockFamily.ReaderWriter => OfReaderWriter(call, primitive),
            LockFamily.Semaphore => OfSemaphore(call, primitive),
            LockFamily.Mutex => OfMutex(call, primitive),
            LockFamily.Spin => OfSpin(call, primitive),
            LockFamily.Scoped => OfScoped(call, primitive),
            _ => OfHandle(call),
        };
    }

    /// <summary>The test for a hold that a property is, or <see langword="null"/>.</summary>
    public LockAction? Of(IPropertyReferenceOperation property)
    {
        LockPrimitive? primitive = _types.PrimitiveOf(property.Property.ContainingType);
        LockMode? mode = primitive is null ? null : property.Property.Name switch
        {
            "IsHeldByCurrentThread" or "IsWriteLockHeld" or "IsWriterLockHeld" or "IsEntered" => LockMode.Write,
            "IsReadLockHeld" or "IsReaderLockHeld" => LockMode.Read,
            "IsUpgradeableReadLockHeld" => LockMode.Upgrade,
            _ => null,
        };
        return mode is { } tested ? new LockAction(LockActionKind.TestHeld, primitive!) { Target = property.Instance, Mode = tested } : null;
    }

    private static LockAction? OfMonitor(IInvocationOperation call)
    {
        IOperation? target = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        LockPrimitive monitor = LockPrimitive.Monitor;
        return call.TargetMethod.Name switch
        {
            "Enter" => new LockAction(LockActionKind.Acquire, monitor) { Target = target, Flag = FlagOf(call), Result = FlagOf(call) is null ? TryResult.Always : TryResult.Flag },
            "TryEnter" => Try(new LockAction(LockActionKind.Acquire, monitor) { Target = target }, call),
            "Exit" => new LockAction(LockActionKind.Release, monitor) { Target = target },
            "Wait" => new LockAction(LockActionKind.ConditionWait, monitor) { Target = target },
            "Pulse" or "PulseAll" => new LockAction(LockActionKind.Pulse, monitor) { Target = target },
            "IsEntered" => new LockAction(LockActionKind.TestHeld, monitor) { Target = target },
            _ => null,
        };
    }

    private static LockAction? OfLock(IInvocationOperation call, LockPrimitive primitive) => call.TargetMethod.Name switch
    {
        "Enter" => new LockAction(LockActionKind.Acquire, primitive) { Target = call.Instance, Flag = FlagOf(call), Result = FlagOf(call) is null ? TryResult.Always : TryResult.Flag },
        "EnterScope" => new LockAction(LockActionKind.Acquire, primitive) { Target = call.Instance, GivesScope = true },
        "TryEnter" => Try(new LockAction(LockActionKind.Acquire, primitive) { Target = call.Instance }, call),
        "Exit" => new LockAction(LockActionKind.Release, primitive) { Target = call.Instance },
        "Wait" => new LockAction(LockActionKind.ConditionWait, primitive) { Target = call.Instance },
        "Pulse" or "PulseAll" => new LockAction(LockActionKind.Pulse, primitive) { Target = call.Instance },
        _ => null,
    };

    private static LockAction? OfReaderWriterSlim(IInvocationOperation call, LockPrimitive primitive) => call.TargetMethod.Name switch
    {
        "EnterReadLock" => Enter(LockMode.Read),
        "EnterWriteLock" => Enter(LockMode.Write),
        "EnterUpgradeableReadLock" => Enter(LockMode.Upgrade),
        "TryEnterReadLock" => Try(Enter(LockMode.Read), call),
        "TryEnterWriteLock" => Try(Enter(LockMode.Write), call),
        "TryEnterUpgradeableReadLock" => Try(Enter(LockMode.Upgrade), call),
        "ExitReadLock" => Exit(LockMode.Read),
        "ExitWriteLock" => Exit(LockMode.Write),
        "ExitUpgradeableReadLock" => Exit(LockMode.Upgrade),
        _ => null,
    }
    is { } action ? action with { Primitive = primitive, Target = call.Instance } : null;

    private static LockAction? OfReaderWriter(IInvocationOperation call, LockPrimitive primitive) => call.TargetMethod.Name switch
    {
        "AcquireReaderLock" => Enter(LockMode.Read),
        "AcquireWriterLock" or "UpgradeToWriterLock" => Enter(LockMode.Write),
        "ReleaseReaderLock" => Exit(LockMode.Read),
        "ReleaseWriterLock" or "DowngradeFromWriterLock" => Exit(LockMode.Write),
        "ReleaseLock" => Exit(LockMode.Write) with { AnyMode = true },
        _ => null,
    }
    is { } action ? action with { Primitive = primitive, Target = call.Instance } : null;

    private static LockAction? OfSemaphore(IInvocationOperation call, LockPrimitive primitive) => call.TargetMethod.Name switch
    {
        "Wait" or "WaitAsync" => Try(new LockAction(LockActionKind.Acquire, primitive) { Target = call.Instance, Cancellable = IsCancellable(call) }, call),
        "Release" => new LockAction(LockActionKind.Release, primitive) { Target = call.Instance },
        _ => null,
    };

    private static LockAction? OfMutex(IInvocationOperation call, LockPrimitive primitive) => call.TargetMethod.Name switch
    {
        "WaitOne" => Try(new LockAction(LockActionKind.Acquire, primitive) { Target = call.Instance }, call),
        "ReleaseMutex" => new LockAction(LockActionKind.Release, primitive) { Target = call.Instance },
        _ => null,
    };

    private static LockAction? OfSpin(IInvocationOperation call, LockPrimitive primitive) => call.TargetMethod.Name switch
    {
        "Enter" => new LockAction(LockActionKind.Acquire, primitive) { Target = call.Instance, Flag = FlagOf(call), Result = TryResult.Flag },
        "TryEnter" => Try(new LockAction(LockActionKind.Acquire, primitive) { Target = call.Instance }, call),
        "Exit" => new LockAction(LockActionKind.Release, primitive) { Target = call.Instance },
        _ => null,
    };

    private static LockAction? OfScoped(IInvocationOperation call, LockPrimitive primitive)
    {
        IMethodSymbol method = call.TargetMethod;
        LockMode? mode = ScopeMethods.ModeOf(method.ContainingType.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat), method.Name);
        if (mode is { } acquired)
        {
            return new LockAction(LockActionKind.Acquire, primitive) { Target = call.Instance, Mode = acquired, GivesScope = true, Cancellable = IsCancellable(call) };
        }

        // The scope of a try is an out argument, and is as good as the lock: it releases when it is disposed.
        return method.Name == "TryLock" ? new LockAction(LockActionKind.Acquire, primitive) { Target = call.Instance, Waits = AcquisitionKind.Try, Result = TryResult.Returned } : null;
    }

    // A wait handle that is a mutex by its static type only.
    private LockAction? OfHandle(IInvocationOperation call) =>
        call.TargetMethod.Name == "WaitOne" && call.Instance is { } instance && _types.PrimitiveOf(instance.Type) is { Family: LockFamily.Mutex } mutex ? OfMutex(call, mutex) : null;

    private static LockAction Enter(LockMode mode) => new(LockActionKind.Acquire, LockPrimitive.ReaderWriterSlim) { Mode = mode };

    private static LockAction Exit(LockMode mode) => new(LockActionKind.Release, LockPrimitive.ReaderWriterSlim) { Mode = mode };

    private static IOperation? FlagOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter is { RefKind: RefKind.Ref, Type.SpecialType: SpecialType.System_Boolean })?.Value;

    private static LockAction Try(LockAction action, IInvocationOperation call)
    {
        IOperation? flag = FlagOf(call);
        AcquisitionKind waits = WaitOf(call);
        bool returns = call.TargetMethod.ReturnType is { SpecialType: SpecialType.System_Boolean } or INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };
        TryResult result = waits == AcquisitionKind.Blocking && flag is null ? TryResult.Always : flag is not null ? TryResult.Flag : returns ? TryResult.Returned : TryResult.Always;
        return action with { Waits = waits, Result = result, Flag = flag };
    }

    /// <summary>True for a call with a limit of zero: it asks, and does not wait.</summary>
    public static bool OnlyAsks(IInvocationOperation call) =>
        call.Arguments.Any(argument => argument.Parameter?.Name is "millisecondsTimeout" or "timeout") && WaitOf(call) == AcquisitionKind.Try;

    // -1 milliseconds wait for ever, 0 not at all, anything else for a bounded time.
    private static AcquisitionKind WaitOf(IInvocationOperation call)
    {
        bool isTry = call.TargetMethod.Name.StartsWith("Try", StringComparison.Ordinal);
        IArgumentOperation? limit = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "millisecondsTimeout" or "timeout" or "millisecondsDelay");
        if (limit is null)
        {
            return isTry ? AcquisitionKind.Try : AcquisitionKind.Blocking;
        }

        IOperation value = limit.Value is IConversionOperation conversion ? conversion.Operand : limit.Value;
        if (value.ConstantValue is { HasValue: true, Value: int milliseconds })
        {
            return milliseconds < 0 ? AcquisitionKind.Blocking : milliseconds == 0 ? AcquisitionKind.Try : AcquisitionKind.Timed;
        }

        return value is IFieldReferenceOperation { Field.Name: "InfiniteTimeSpan" }
            ? AcquisitionKind.Blocking
            : value is IFieldReferenceOperation { Field.Name: "Zero" } ? AcquisitionKind.Try : AcquisitionKind.Timed;
    }

    private static bool IsCancellable(IInvocationOperation call)
    {
        IArgumentOperation? token = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.Name == "CancellationToken");
        return token is not null && token.ArgumentKind != ArgumentKind.DefaultValue && token.Value is not (IDefaultValueOperation or IPropertyReferenceOperation { Property.Name: "None" });
    }
}
