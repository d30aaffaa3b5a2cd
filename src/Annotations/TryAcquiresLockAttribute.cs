namespace LockGraph;

/// <summary>The lock is held after the call exactly when the call returned <paramref name="success"/>.</summary>
/// <param name="lock">The lock path.</param>
/// <param name="success">The return value that means the lock was taken.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class TryAcquiresLockAttribute(string @lock, bool success) : Attribute
{
    /// <summary>The lock path as written.</summary>
    public string Lock { get; } = @lock;

    /// <summary>The return value that means the lock was taken.</summary>
    public bool Success { get; } = success;

    /// <summary>Shared (reader) mode is enough.</summary>
    public bool Shared { get; set; }
}
