namespace LockGraph;

/// <summary>The mode of this process.</summary>
/// <remarks>
/// Decided once, at the first use of a tracked lock: code (<see cref="Mode"/>) before the environment variable <c>LOCKGRAPH_MODE</c> before
/// the runtime configuration option <c>LockGraph.Mode</c>. Without any of them the mode is <see cref="LockGraphMode.Off"/>. Thread-safe.
/// </remarks>
public static class LockGraphRuntime
{
    internal const string ModeVariable = "LOCKGRAPH_MODE";
    internal const string ModeOption = "LockGraph.Mode";
    internal const string SnapshotVariable = "LOCKGRAPH_SNAPSHOT";

    private static readonly object _gate = new();
    private static LockGraphMode? _chosen;
    private static bool _frozen;

    /// <summary>Gets the mode, and thereby decides it; or sets it, before the first use.</summary>
    /// <exception cref="InvalidOperationException">Set to another value after a tracked lock was made.</exception>
    public static LockGraphMode Mode
    {
        get => FrozenMode.Value;
        set
        {
            lock (_gate)
            {
                if (_frozen && value != FrozenMode.Value)
                {
                    throw new InvalidOperationException("The mode of LockGraph was decided already; set it before the first tracked lock is made.");
                }

                _chosen = value;
            }
        }
    }

    /// <summary>Why the mode could not be read as written, if it could not; the mode is then <see cref="LockGraphMode.Off"/>.</summary>
    public static string? SettingsError { get; private set; }

    internal static LockGraphMode Freeze()
    {
        lock (_gate)
        {
            _frozen = true;
            return _chosen ?? FromSettings();
        }
    }

    private static LockGraphMode FromSettings()
    {
        string? written = Environment.GetEnvironmentVariable(ModeVariable);
        string source = ModeVariable;
        if (string.IsNullOrWhiteSpace(written))
        {
            written = AppContext.GetData(ModeOption) as string;
            source = ModeOption;
        }

        if (string.IsNullOrWhiteSpace(written))
        {
            return LockGraphMode.Off;
        }

        if (Enum.TryParse(written, ignoreCase: true, out LockGraphMode mode) && Enum.IsDefined(typeof(LockGraphMode), mode))
        {
            return mode;
        }

        SettingsError = $"{source} is '{written}'; it may be Off, Observe or Assert. LockGraph is off.";
        return LockGraphMode.Off;
    }
}
