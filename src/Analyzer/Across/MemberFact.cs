using System.Collections.Immutable;
using System.Text;
using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>A lock held in a body that hands it on to what is told of the body.</summary>
/// <param name="Place">Where it is reached from; <see langword="null"/> for some instance.</param>
/// <param name="Key">The class, as <see cref="LockTable"/> knows it; <see langword="null"/> for one that was handed in.</param>
/// <param name="Primitive">How it is used.</param>
/// <param name="Mode">The mode.</param>
/// <param name="Waits">How it was acquired.</param>
/// <param name="At">Where.</param>
internal sealed record FactHold(Place? Place, string? Key, LockPrimitive Primitive, LockMode Mode, AcquisitionKind Waits, SummarizedStep At);

/// <summary>One thing that happens in a body, itself or through calls, in the words of the body: what a summary tells, before it is spelled.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">Where it happens.</param>
/// <param name="Suspended">True behind the first await.</param>
/// <param name="Given">The flags among the parameters that lead here.</param>
internal sealed record MemberFact(SummarizedKind Kind, SummarizedStep At, bool Suspended, ImmutableArray<GivenFlag> Given)
{
    /// <summary>The lock, as <see cref="LockTable"/> knows it; <see langword="null"/> for one that was handed in.</summary>
    public string? Key { get; init; }

    /// <summary>Where the lock is reached from; <see langword="null"/> for some instance.</summary>
    public Place? Place { get; init; }

    public LockPrimitive Primitive { get; init; } = LockPrimitive.Monitor;

    public LockMode Mode { get; init; }

    public AcquisitionKind Waits { get; init; }

    /// <summary>The parameter that is invoked.</summary>
    public int Parameter { get; init; }

    /// <summary>The open member, by its documentation id, or what is waited for.</summary>
    public string Subject { get; init; } = "";

    public ImmutableArray<FactHold> Held { get; init; } = ImmutableArray<FactHold>.Empty;

    /// <summary>How many ways the code could have gone instead, this one included.</summary>
    public int Ways { get; init; } = 1;

    /// <summary>What makes two facts one.</summary>
    /// <param name="withPlace">False for all instances together.</param>
    /// <param name="withFlags">False for all flags together.</param>
    public string Identity(bool withPlace = true, bool withFlags = true)
    {
        var text = new StringBuilder();
        text.Append((int)Kind).Append('|').Append(Key).Append('|').Append((int)Mode).Append((int)Waits).Append(Suspended ? '~' : ' ').Append(Parameter).Append('|').Append(Subject);
        if (withPlace)
        {
            Append(text.Append('|'), Place);
        }

        foreach (FactHold hold in Held)
        {
            Append(text.Append('|').Append(hold.Key).Append((int)hold.Mode), hold.Place);
        }

        foreach (GivenFlag flag in withFlags ? Given : ImmutableArray<GivenFlag>.Empty)
        {
            text.Append(flag.Value ? '+' : '-').Append(flag.Parameter);
        }

        return text.ToString();
    }

    /// <summary>A place that callers can name in a few words; <see langword="null"/> for any other.</summary>
    public static Place? Told(Place? place)
    {
        for (Place? at = place; at is not null; at = at.Owner)
        {
            if (at.Depth > 3 || at.Kind is not (PlaceKind.This or PlaceKind.Parameter or PlaceKind.Static or PlaceKind.Named or PlaceKind.TypeObject or PlaceKind.Member))
            {
                return null;
            }
        }

        return place;
    }

    private static void Append(StringBuilder text, Place? place)
    {
        if (place is not null)
        {
            Append(text, place.Owner);
            text.Append('/').Append((int)place.Kind).Append(place.Symbol is IParameterSymbol parameter ? parameter.Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture) : "")
                .Append(place.Symbol is { } symbol ? SymbolNames.Of(symbol) : "").Append(place.Key);
        }
    }
}
