namespace LockGraph;

/// <summary>A disposable type whose constructor acquires a lock and whose <c>Dispose</c> releases it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ScopedLockAttribute : Attribute;
