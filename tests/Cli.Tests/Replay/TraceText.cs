using System.Globalization;
using System.Text;
using System.Text.Json;
using LockGraph.Cli.Replay;
using LockGraph.Cli.Traces;

namespace LockGraph.Cli.Tests.Replay;

/// <summary>Traces in short: <c>1 acquire A; 1 acquire a1:Account read reentrant=true; 1 fork thread=2</c>.</summary>
internal static class TraceText
{
    /// <summary>The trace as the JSON that the reader takes; a lock without a class is a class of its own.</summary>
    public static string Json(string name, string events)
    {
        var json = new StringBuilder("{\"name\":").Append(JsonSerializer.Serialize(name)).Append(",\"events\":[");
        string separator = "";
        foreach (string line in events.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            json.Append(separator).Append(Event(line));
            separator = ",";
        }

        return json.Append("]}").ToString();
    }

    /// <summary>Replays one trace.</summary>
    public static TraceResult Replay(string events) =>
        Read(Json("test", events)).Single();

    /// <summary>Replays traces that are written as JSON.</summary>
    public static IReadOnlyList<TraceResult> Read(string json)
    {
        var player = new TracePlayer();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        JsonTraceReader.Read(stream, player);
        return player.Results;
    }

    /// <summary>What was found, as <c>Inversion@5</c>, in order.</summary>
    public static string Found(TraceResult result) => string.Join(
        ' ', result.Findings.Select(finding => string.Create(CultureInfo.InvariantCulture, $"{finding.Violation.Kind}@{finding.Event}")));

    private static string Event(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var members = new List<string> { Member("t", words[0]), Member("op", words[1]) };
        foreach (string word in words.Skip(2))
        {
            int equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                string value = word[(equals + 1)..];
                bool isBare = value is "true" or "false" || long.TryParse(value, CultureInfo.InvariantCulture, out _);
                members.Add($"\"{word[..equals]}\":{(isBare ? value : JsonSerializer.Serialize(value))}");
            }
            else if (word is "read" or "readRecursive" or "upgradeable" or "write")
            {
                members.Add(Member("mode", word));
            }
            else
            {
                string[] lockAndClass = word.Split(':');
                members.Add(Member("lock", lockAndClass[0]));
                members.Add(Member("class", lockAndClass[^1]));
            }
        }

        return "{" + string.Join(',', members) + "}";
    }

    private static string Member(string name, string value) => $"\"{name}\":{JsonSerializer.Serialize(value)}";
}
