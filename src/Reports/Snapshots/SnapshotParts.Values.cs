using System.Text.Json;
using LockGraph.Core;

namespace LockGraph.Reports;

/// <content>Values of members: texts, numbers, words. What is wrong is said with the entry and the member.</content>
internal sealed partial class SnapshotParts
{
    private readonly List<string> _texts = [];
    private readonly List<(LockMode Outer, LockMode Inner)> _modes = [];

    public string Text(ref SnapshotTokens tokens, string member)
    {
        tokens.Next();
        return tokens.Type == JsonTokenType.String ? tokens.Text() : throw Malformed($"'{member}' is no text");
    }

    public long Count(ref SnapshotTokens tokens, string member) =>
        Number(ref tokens, member) is >= 0 and var count ? count : throw Malformed($"'{member}' is negative");

    private static void PassOver(ref SnapshotTokens tokens)
    {
        tokens.Next();
        tokens.Skip();
    }

    private static TEnum? Named<TEnum>(string word)
        where TEnum : struct, Enum => Enum.TryParse(word, out TEnum value) && value.ToString() == word ? value : null;

    private static LockMode? Mode(string word) => word switch
    {
        "write" => LockMode.Write,
        "read" => LockMode.Read,
        "readRecursive" => LockMode.ReadRecursive,
        "upgradeable" => LockMode.Upgrade,
        _ => null,
    };

    private SnapshotFormatException Malformed(string problem) => new($"the snapshot is malformed in {At}: {problem}.");

    private void RequireObject(ref SnapshotTokens tokens)
    {
        if (tokens.Type == JsonTokenType.PropertyName)
        {
            tokens.Next();
        }

        if (tokens.Type != JsonTokenType.StartObject)
        {
            throw Malformed("an object was expected");
        }
    }

    private void RequireArray(ref SnapshotTokens tokens, string member)
    {
        tokens.Next();
        if (tokens.Type != JsonTokenType.StartArray)
        {
            throw Malformed($"'{member}' is no array");
        }
    }

    private long Number(ref SnapshotTokens tokens, string member)
    {
        tokens.Next();
        return tokens.TryLong(out long value) ? value : throw Malformed($"'{member}' is no whole number");
    }

    private bool Flag(ref SnapshotTokens tokens, string member)
    {
        tokens.Next();
        return tokens.Type is JsonTokenType.True or JsonTokenType.False
            ? tokens.Type == JsonTokenType.True
            : throw Malformed($"'{member}' is neither true nor false");
    }

    private T Word<T>(ref SnapshotTokens tokens, string member, Func<string, T?> meaning)
        where T : struct
    {
        string word = Text(ref tokens, member);
        return meaning(word) ?? throw Malformed($"'{member}' cannot be '{word}'");
    }

    private string[] Texts(ref SnapshotTokens tokens, string member)
    {
        Collect(ref tokens, member);
        return [.. _texts];
    }

    private void Collect(ref SnapshotTokens tokens, string member)
    {
        _texts.Clear();
        RequireArray(ref tokens, member);
        while (tokens.NextInside())
        {
            _texts.Add(tokens.Type == JsonTokenType.String ? tokens.Text() : throw Malformed($"'{member}' holds what is no text"));
        }
    }

    private CapturedStack Stack(ref SnapshotTokens tokens)
    {
        Collect(ref tokens, "stack");
        return tokens.Stack(_texts);
    }

    private EdgeProvenance Provenance(ref SnapshotTokens tokens)
    {
        EdgeProvenance provenance = EdgeProvenance.None;
        RequireArray(ref tokens, "provenance");
        while (tokens.NextInside())
        {
            provenance |= tokens.Type != JsonTokenType.String ? throw Malformed("'provenance' holds what is no text")
                : tokens.Is("declared"u8) ? EdgeProvenance.Declared
                : tokens.Is("static"u8) ? EdgeProvenance.Static
                : tokens.Is("observed"u8) ? EdgeProvenance.Observed
                : throw Malformed($"'provenance' cannot be '{tokens.Text()}'");
        }

        return provenance;
    }

    private (LockMode Outer, LockMode Inner)[] Modes(ref SnapshotTokens tokens)
    {
        _modes.Clear();
        RequireArray(ref tokens, "modes");
        while (tokens.NextInside())
        {
            string pair = tokens.Type == JsonTokenType.String ? tokens.Text() : throw Malformed("'modes' holds what is no text");
            int between = pair.IndexOf('>', StringComparison.Ordinal);
            if (between < 0 || Mode(pair[..between]) is not { } outer || Mode(pair[(between + 1)..]) is not { } inner)
            {
                throw Malformed($"'modes' cannot hold '{pair}'");
            }

            _modes.Add((outer, inner));
        }

        return [.. _modes.Distinct().Order()];
    }

    // LockClass refuses a name that is blank.
    private string Name(string? name, string member) => string.IsNullOrWhiteSpace(name) ? throw Malformed($"'{member}' is missing or blank") : name;

    private int Int(long value, string member) =>
        value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Malformed($"'{member}' is too large");
}
