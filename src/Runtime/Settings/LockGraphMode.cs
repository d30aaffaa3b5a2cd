namespace LockGraph;

/// <summary>What the tracked locks of a process do.</summary>
public enum LockGraphMode
{
    /// <summary>Nothing: tracked locks are the bare locks they wrap.</summary>
    Off = 0,

    /// <summary>Violations are collected and handed to the sinks; the program goes on.</summary>
    Observe = 1,

    /// <summary>As <see cref="Observe"/>, and the guilty acquisition throws <see cref="LockOrderViolationException"/>.</summary>
    Assert = 2,
}
