namespace LockGraph.Core;

/// <summary>An acquisition that succeeded and was not released yet.</summary>
public sealed class HeldLock
{
    /// <summary>Wraps the acquisition that is held.</summary>
    /// <param name="acquisition">The acquisition, in the mode in which it is held now.</param>
    public HeldLock(Acquisition acquisition) => Acquisition = acquisition ?? throw new ArgumentNullException(nameof(acquisition));

    /// <summary>What is held, in the mode in which it is held now.</summary>
    public Acquisition Acquisition { get; }

    /// <summary>True when the hold is declared to last for ever (LUO's frozen writer): no leak.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>True when the hold was accepted under a nest lock and shares the slot of its class.</summary>
    public bool SharesSlot { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Acquisition.ToString();
}
