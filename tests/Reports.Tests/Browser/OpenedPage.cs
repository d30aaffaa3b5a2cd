using Microsoft.Playwright;

namespace LockGraph.Reports.Tests.Browser;

/// <summary>A report that is open in a browser, with all it complains about and asks for.</summary>
internal sealed class OpenedPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _file;

    public OpenedPage(IBrowserContext context, IPage page, string file)
    {
        _context = context;
        _file = file;
        Page = page;
        page.Console += (_, message) => Complaints.Add(message.Type + ": " + message.Text);
        page.PageError += (_, error) => Complaints.Add("error: " + error);
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Console messages and uncaught errors.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Everything the page has asked for.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>From the address to a page that can be used.</summary>
    public TimeSpan LoadTime { get; set; }

    /// <summary>The text of the panel.</summary>
    public Task<string> DetailsAsync() => Page.Locator("#details").InnerTextAsync();

    /// <summary>Number of boxes that are shown.</summary>
    public Task<int> BoxesAsync(string also = "") => Page.Locator("#world .node:not(.off)" + also).CountAsync();

    /// <summary>Keeps a picture as output of the test.</summary>
    public Task ShootAsync(string name)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Screenshots");
        Directory.CreateDirectory(folder);
        return Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }
}
