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
    private static ValidatorSettings _settings = new();
    private static bool _settingsTaken;
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

    /// <summary>
    /// The settings of the process's validator, <see cref="LockOrderValidator.Default"/>: limit, sinks, stacks, declared order, name of the run.
    /// Set them before the first tracked lock. Their mode is not read: <see cref="Mode"/> decides.
    /// </summary>
    /// <exception cref="InvalidOperationException">Set after the validator of the process was made.</exception>
    public static ValidatorSettings Settings
    {
        get
        {
            lock (_gate)
            {
                return _settings;
            }
        }

        set
        {
            lock (_gate)
            {
                if (_settingsTaken)
                {
                    throw new InvalidOperationException("The validator of the process was made already; set its settings before the first tracked lock is made.");
                }

                _settings = value ?? throw new ArgumentNullException(nameof(value));
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

    /// <summary>The settings, which from now on are those of the process's validator.</summary>
    internal static ValidatorSettings TakeSettings()
    {
        lock (_gate)
        {
            _settingsTaken = true;
            return _settings;
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
        StandardError.WriteLine(SettingsError);
        return LockGraphMode.Off;
    }
}
