namespace LockGraph;

/// <summary>Makes the validator of the process from its settings, and sees to what happens when the process ends.</summary>
internal static class ProcessValidator
{
    public static LockOrderValidator Create()
    {
        ValidatorSettings chosen = LockGraphRuntime.TakeSettings();
        var validator = new LockOrderValidator(new ValidatorSettings
        {
            Mode = FrozenMode.Value,
            HeldLimit = chosen.HeldLimit,
            DeclaredOrder = chosen.DeclaredOrder,
            CaptureStacks = chosen.CaptureStacks,
            StackBudget = chosen.StackBudget,
            Sinks = chosen.Sinks,
            Run = chosen.Run.Length == 0 ? RunName() : chosen.Run,
        });
        if (FrozenMode.IsOff)
        {
            return validator;
        }

        LockGraphMeter.Publish(validator);
        string? snapshot = Environment.GetEnvironmentVariable(LockGraphRuntime.SnapshotVariable);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => ProcessExit.Run(validator, snapshot);
        return validator;
    }

    private static string RunName()
    {
        string name = AppDomain.CurrentDomain.FriendlyName;
        return string.IsNullOrEmpty(name) ? "process" : name;
    }
}
