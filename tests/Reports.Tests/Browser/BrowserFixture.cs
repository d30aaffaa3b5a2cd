using Microsoft.Playwright;

namespace LockGraph.Reports.Tests.Browser;

/// <summary>One browser for all tests of the page, without network and without a window.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] _args =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        // The first test that is not skipped gets here; without a browser none does.
        if (BrowserFactAttribute.Browser is { } path)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = _args });
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }

    internal async Task<OpenedPage> OpenAsync(Core.OrderSnapshot snapshot, int width = 1400, int height = 900, bool dark = false, string fragment = "")
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("lockgraph-page-").FullName, "report.html");
        await using (FileStream stream = File.Create(file))
        {
            HtmlReport.Write(snapshot, stream);
        }

        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        IPage page = await context.NewPageAsync();
        var opened = new OpenedPage(context, page, file);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await page.GotoAsync(new Uri(file).AbsoluteUri + fragment);
        await page.Locator("html[data-ready]").WaitForAsync();
        opened.LoadTime = watch.Elapsed;
        return opened;
    }
}
