using System.Text;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Spells places for other compilations: what they start at, then the members, by documentation id and name, and elements.</summary>
/// <remarks>
/// <c>this/F:Shop.Store._gate</c>, <c>p0</c> for what is handed in, <c>static/F:Shop.Store.Gate</c>, <c>type/T:Shop.Store</c>, <c>?/…</c> for some
/// instance. A name stands behind an id, after a bar, where it is not the id without its letter.
/// </remarks>
internal static class PlaceText
{
    private const char _step = '/';
    private const char _bar = '|';
    private const string _element = "[]";
    private const char _unknown = '?';

    /// <summary>The spelling of a place in the words of a method.</summary>
    public static string Write(Place place, ISymbol? body)
    {
        var text = new StringBuilder();
        Write(text, place, body);
        return text.ToString();
    }

    /// <summary>The spelling of a member of some object.</summary>
    public static string Unknown(Place? member)
    {
        var text = new StringBuilder();
        text.Append(_unknown);
        if (member is { Kind: PlaceKind.Member, Symbol: { } symbol })
        {
            Append(text, symbol);
        }

        return text.ToString();
    }

    /// <summary>The place that a text means.</summary>
    /// <param name="text">The text.</param>
    /// <param name="method">In whose words; <see langword="null"/> when it is nobody's.</param>
    /// <param name="symbolOf">Finds a symbol by its documentation id.</param>
    /// <param name="bySymbol">False spells the last member by its name, whatever symbols there are.</param>
    /// <returns><see langword="null"/> for what starts at nothing that the method has.</returns>
    public static Place? Read(string text, IMethodSymbol? method, Func<string, ISymbol?> symbolOf, bool bySymbol)
    {
        string[] steps = text.Split(_step);
        int last = steps.Length - 1;
        while (last > 0 && steps[last].StartsWith(_element, StringComparison.Ordinal))
        {
            last--;
        }

        Place? place = RootOf(steps[0], method);
        bool isStatic = steps[0] == "static";
        if (steps[0] == "type")
        {
            return steps.Length == 2 && symbolOf(IdOf(steps[1])) is ITypeSymbol type ? Place.TypeObject(type) : null;
        }

        for (int i = 1; i < steps.Length && (place is not null || isStatic); i++)
        {
            if (steps[i].StartsWith(_element, StringComparison.Ordinal))
            {
                place = place?.Element(steps[i].Substring(_element.Length));
            }
            else
            {
                ISymbol? member = bySymbol || i < last ? symbolOf(IdOf(steps[i])) : null;
                place = member is null ? Place.Named(place, NameOf(steps[i])) : member.IsStatic ? Place.Static(member) : place?.Member(member);
            }
        }

        return place;
    }

    /// <summary>True for a lock that the caller hands in as it is.</summary>
    public static bool IsHandedIn(string text) => text.Length > 1 && text[0] == 'p' && char.IsDigit(text[1]) && text.IndexOf(_step) < 0;

    private static Place? RootOf(string text, IMethodSymbol? method) => text switch
    {
        "this" => method?.ContainingType is { } type && !method.IsStatic ? Place.This(type) : null,
        [_unknown] => Place.Unknown(null, Binding.Forgotten),
        _ when text.Length > 1 && text[0] == 'p' && int.TryParse(text.Substring(1), out int ordinal) && ordinal >= 0 && ordinal < method?.Parameters.Length =>
            Place.Parameter(method.Parameters[ordinal]),
        _ => null,
    };

    private static void Write(StringBuilder text, Place place, ISymbol? body)
    {
        switch (place.Kind)
        {
            case PlaceKind.This:
                text.Append("this");
                break;
            case PlaceKind.Parameter when place.Symbol is IParameterSymbol parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, body?.OriginalDefinition):
                text.Append('p').Append(parameter.Ordinal);
                break;
            case PlaceKind.Static:
                text.Append("static");
                Append(text, place.Symbol!);
                break;
            case PlaceKind.TypeObject:
                text.Append("type");
                Append(text, place.Symbol!);
                break;
            case PlaceKind.Member:
                Write(text, place.Owner!, body);
                Append(text, place.Symbol!);
                break;
            case PlaceKind.Named:
                if (place.Owner is null)
                {
                    text.Append("static");
                }
                else
                {
                    Write(text, place.Owner, body);
                }

                // A member of an assembly further down: its name is all that is known here too.
                text.Append(_step).Append(_bar).Append(place.Key);
                break;
            case PlaceKind.Element:
                Write(text, place.Owner!, body);
                text.Append(_step).Append(_element).Append(place.Key!.Replace(_step, '_'));
                break;
            default:
                text.Append(_unknown);
                break;
        }
    }

    private static void Append(StringBuilder text, ISymbol member)
    {
        string id = IdOf(member);
        string name = SymbolNames.Of(member);
        text.Append(_step).Append(id);
        if (id.Length < 2 || id.Substring(2) != name)
        {
            text.Append(_bar).Append(name);
        }
    }

    /// <summary>The documentation id of a member; empty for what has none, such as a captured parameter.</summary>
    public static string IdOf(ISymbol member) => member is IParameterSymbol or ILocalSymbol ? "" : member.OriginalDefinition.GetDocumentationCommentId() ?? "";

    private static string IdOf(string step) => step.IndexOf(_bar) is >= 0 and int bar ? step.Substring(0, bar) : step;

    private static string NameOf(string step) => step.IndexOf(_bar) is >= 0 and int bar ? step.Substring(bar + 1) : step.Length > 2 ? step.Substring(2) : step;
}
