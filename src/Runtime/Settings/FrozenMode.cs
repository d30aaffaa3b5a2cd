namespace LockGraph;

/// <summary>The decided mode as static readonly fields: compiled code sees constants, so mode Off leaves the bare lock.</summary>
internal static class FrozenMode
{
    public static readonly LockGraphMode Value = LockGraphRuntime.Freeze();

    public static readonly bool IsOff = Value == LockGraphMode.Off;
}
