namespace LockGraph.Core;

/// <summary>What is asked of two instances of one class that are held together.</summary>
public enum SameClassNesting : byte
{
    /// <summary>Needs ascending subclass ranks, ascending order keys, or a held nest lock.</summary>
    NeedsOrder = 0,

    /// <summary>Any pair may nest, as long as the instances are not seen in both orders. For classes nobody named.</summary>
    InstanceOrder = 1,
}
