using System.Net;
using System.Reflection;
using System.Text;
using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>A snapshot as one page that needs nothing else: the drawn graph, the evidence of every edge, the findings.</summary>
/// <remarks>
/// The layout is computed here, so that the page only has to paint. The same snapshot gives the same bytes. The page forbids itself
/// every request. How to read it: <c>docs/reports/html-report.md</c>.
/// </remarks>
internal static class HtmlReport
{
    private static readonly string[] _scripts = ["graph.js", "details.js", "page.js"];

    /// <summary>Writes the page.</summary>
    /// <param name="snapshot">What to show.</param>
    /// <param name="output">Where to; left open. UTF-8.</param>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public static void Write(OrderSnapshot snapshot, Stream output)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(output);
        OrderSnapshot named = RunNames.Shorten(snapshot);
        string page = Resource("page.html");
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        int at = 0;
        while (page.IndexOf("{{", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            int close = page.IndexOf("}}", open, StringComparison.Ordinal);
            writer.Write(page.AsSpan(at, open - at));
            Fill(page[(open + 2)..close], named, writer);
            at = close + 2;
        }

        writer.Write(page.AsSpan(at));
    }

    private static void Fill(string place, OrderSnapshot snapshot, StreamWriter writer)
    {
        switch (place)
        {
            case "title":
                writer.Write(WebUtility.HtmlEncode("Lock order" + (snapshot.Run.Length == 0 ? "" : ": " + snapshot.Run)));
                break;
            case "style":
                writer.Write(Resource("page.css"));
                break;
            case "script":
                writer.Write(string.Join('\n', _scripts.Select(Resource)));
                break;
            case "data":
                // JSON whose every '<' is escaped: no text of a snapshot can end the element that holds it.
                writer.Flush();
                HtmlReportModel.Write(snapshot, writer.BaseStream);
                break;
            default:
                throw new InvalidOperationException($"The page has no place '{place}'.");
        }
    }

    private static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no resource '{name}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
