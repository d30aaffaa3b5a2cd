using LockGraph.Core;
using LockGraph.Reports.Tests.Snapshots;
using Microsoft.Playwright;

namespace LockGraph.Reports.Tests.Browser;

/// <summary>The page in a real browser: what a person does with it.</summary>
public sealed class PageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly TimeSpan _longestLoad = TimeSpan.FromSeconds(2);

    [BrowserFact]
    public async Task Page_LoadsWithoutComplaintAndWithoutARequest()
    {
        await using OpenedPage opened = await browser.OpenAsync(Programs.Bank());
        Assert.Empty(opened.Complaints);
        Assert.Single(opened.Requests);
        Assert.Equal(10, await opened.BoxesAsync());
        Assert.Contains("union of 3 runs: 10 lock classes", await opened.Page.Locator("#head").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Search_FindsMarksAndGoesFromHitToHit()
    {
        await using OpenedPage opened = await browser.OpenAsync(Programs.Bank());
        await opened.Page.Keyboard.PressAsync("/");
        await opened.Page.Keyboard.TypeAsync("bank.files");
        Assert.Equal(2, await opened.BoxesAsync(".hit"));
        Assert.Equal(2, await opened.Page.Locator("#class-list button").CountAsync());
        Assert.Equal("2 of 10 lock classes match", await opened.Page.Locator("#status").TextContentAsync());
        await opened.Page.Keyboard.PressAsync("Enter");
        Assert.StartsWith("Bank.Files.Index._entries", await opened.DetailsAsync(), StringComparison.Ordinal);
        await opened.Page.Keyboard.PressAsync("Enter");
        Assert.StartsWith("Bank.Files.Writer._file", await opened.DetailsAsync(), StringComparison.Ordinal);
        await opened.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await opened.BoxesAsync(".hit"));
        Assert.Empty(opened.Complaints);
    }

    [BrowserFact]
    public async Task Filters_HideEdgesByProvenanceAndClassesByNamespaceAndFinding()
    {
        await using OpenedPage opened = await browser.OpenAsync(Programs.Bank());
        ILocator edges = opened.Page.Locator("#world .edge:not(.off)");
        int all = await edges.CountAsync();
        await opened.Page.Locator("input[name=from][value='4']").UncheckAsync();
        int declared = await edges.CountAsync();
        Assert.InRange(declared, 1, all - 1);
        await opened.Page.Locator("input[name=from][value='4']").CheckAsync();
        await opened.Page.Locator("#namespace").SelectOptionAsync("Bank.Keys");
        Assert.Equal(2, await opened.BoxesAsync());
        await opened.Page.Locator("#namespace").SelectOptionAsync("");
        await opened.Page.Locator("#finding").SelectOptionAsync("any");
        Assert.InRange(await opened.BoxesAsync(), 2, 9);
        await opened.Page.Locator("#finding").SelectOptionAsync("");
        Assert.Equal(10, await opened.BoxesAsync());
        Assert.Empty(opened.Complaints);
    }

    [BrowserFact]
    public async Task Finding_OpensWithColumnsPerThreadAndTheNamesOfBothRuns()
    {
        await using OpenedPage opened = await browser.OpenAsync(Programs.Bank());
        await opened.Page.Locator("#finding-list button", new PageLocatorOptions { HasText = "Inversion: Account._gate" }).Or(
            opened.Page.Locator("#finding-list button", new PageLocatorOptions { HasText = "Against the declared order" })).First.ClickAsync();
        Assert.Equal(2, await opened.Page.Locator(".columns th").CountAsync());
        string details = await opened.DetailsAsync();
        Assert.Contains("auditor of audit-tests", details, StringComparison.Ordinal);
        Assert.Contains("Audit.cs:52", details, StringComparison.Ordinal);
        Assert.Equal(2, await opened.BoxesAsync(".picked"));
        Assert.Contains("LG1001", opened.Page.Url, StringComparison.Ordinal);
        await opened.ShootAsync("finding");
        Assert.Empty(opened.Complaints);
    }

    [BrowserFact]
    public async Task Edge_ShowsBothSidesWithStacks()
    {
        OrderSnapshot snapshot = Programs.Large(60, 90);
        await using OpenedPage opened = await browser.OpenAsync(snapshot);
        await opened.Page.Locator("#world .touch").First.DispatchEventAsync("click");
        string details = await opened.DetailsAsync();
        Assert.Contains("holds", details, StringComparison.Ordinal);
        Assert.Contains("asks for", details, StringComparison.Ordinal);
        Assert.Equal(2, await opened.Page.Locator("#details .stack").CountAsync());
        Assert.Equal(1, await opened.Page.Locator("#world .edge.picked").CountAsync());
        await opened.ShootAsync("edge");
        Assert.Empty(opened.Complaints);
    }

    [BrowserFact]
    public async Task Keys_WalkTheGraphOpenAndClose()
    {
        await using OpenedPage opened = await browser.OpenAsync(Programs.Bank());
        await opened.Page.Locator("#graph").FocusAsync();
        await opened.Page.Keyboard.PressAsync("ArrowDown");
        string? first = await opened.Page.Locator("#status").TextContentAsync();
        await opened.Page.Keyboard.PressAsync("ArrowDown");
        Assert.NotEqual(first, await opened.Page.Locator("#status").TextContentAsync());
        Assert.NotNull(await opened.Page.Locator("#graph").GetAttributeAsync("aria-activedescendant"));
        await opened.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("details", await opened.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Contains("lock class", await opened.DetailsAsync(), StringComparison.Ordinal);
        await opened.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("graph", await opened.Page.EvaluateAsync<string>("document.activeElement.id"));
        string? before = await opened.Page.Locator("#world").GetAttributeAsync("transform");
        await opened.Page.Keyboard.PressAsync("+");
        Assert.NotEqual(before, await opened.Page.Locator("#world").GetAttributeAsync("transform"));
        Assert.Empty(opened.Complaints);
    }

    [BrowserFact]
    public async Task Tab_ReachesFindingsAndEnterOpensThem()
    {
        await using OpenedPage opened = await browser.OpenAsync(Programs.Bank());
        await opened.Page.Locator("#finding-list button").First.FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("details", await opened.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Contains("How they meet", await opened.DetailsAsync(), StringComparison.Ordinal);
        Assert.Equal("true", await opened.Page.Locator("#finding-list button").First.GetAttributeAsync("aria-pressed"));
    }

    [BrowserFact]
    public async Task Theme_FollowsTheSystemUntilItIsChosen()
    {
        await using OpenedPage opened = await browser.OpenAsync(Programs.Bank(), dark: true);
        Task<string> Paper() => opened.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        string dark = await Paper();
        await opened.Page.Locator("#theme").ClickAsync();
        Assert.NotEqual(dark, await Paper());
        await opened.Page.Locator("#theme").ClickAsync();
        Assert.Equal(dark, await Paper());
    }

    [BrowserFact]
    public async Task ZoomAndPan_MoveThePicture()
    {
        await using OpenedPage opened = await browser.OpenAsync(Programs.Bank());
        Task<string?> Place() => opened.Page.Locator("#world").GetAttributeAsync("transform");
        string? fitted = await Place();
        await opened.Page.Mouse.MoveAsync(600, 500);
        await opened.Page.Mouse.WheelAsync(0, -400);
        string? zoomed = await Place();
        Assert.NotEqual(fitted, zoomed);
        await opened.Page.Mouse.DownAsync();
        await opened.Page.Mouse.MoveAsync(700, 560, new MouseMoveOptions { Steps = 4 });
        await opened.Page.Mouse.UpAsync();
        Assert.NotEqual(zoomed, await Place());
        await opened.Page.Locator("[data-zoom=fit]").ClickAsync();
        Assert.Equal(fitted, await Place());
    }

    [BrowserFact]
    public async Task Fragment_OpensTheFindingItNames()
    {
        OrderSnapshot snapshot = Programs.Bank();
        await using OpenedPage opened = await browser.OpenAsync(snapshot, fragment: "#" + snapshot.Violations[^1].Id);
        Assert.Contains(snapshot.Violations[^1].Id, await opened.DetailsAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task NamesThatLookLikeMarkup_AreShownAsText()
    {
        Story story = new Story("<img src=x onerror=alert(1)>").Nest("</script><script>alert(1)</script>", "A.cs", 1, "N.<b>X</b>._x", "N.Y._y").Nest("b", "B.cs", 1, "N.Y._y", "N.<b>X</b>._x");
        await using OpenedPage opened = await browser.OpenAsync(story.Snapshot());
        await opened.Page.Locator("#finding-list button").First.ClickAsync();
        Assert.Contains("<b>X</b>", await opened.DetailsAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await opened.Page.Locator("img, #details script").CountAsync());
        Assert.Empty(opened.Complaints);
    }

    [BrowserFact]
    public async Task TwoThousandClasses_OpenInLessThanTwoSeconds()
    {
        OrderSnapshot snapshot = Programs.Large(2_000, 4_000);
        await using OpenedPage opened = await browser.OpenAsync(snapshot);
        await opened.ShootAsync("large-light");
        Assert.Equal(2_000, await opened.BoxesAsync());
        Assert.Empty(opened.Complaints);
        Assert.True(opened.LoadTime < _longestLoad, $"It took {opened.LoadTime.TotalMilliseconds:F0} ms.");
    }

    [BrowserFact]
    public async Task Pictures_AreKept()
    {
        foreach (bool dark in new[] { false, true })
        {
            string scheme = dark ? "dark" : "light";
            await using OpenedPage wide = await browser.OpenAsync(Programs.Bank(), dark: dark);
            await wide.ShootAsync("bank-" + scheme);
            await wide.Page.Locator("#finding-list button").First.ClickAsync();
            await wide.ShootAsync("bank-finding-" + scheme);
            await using OpenedPage narrow = await browser.OpenAsync(Programs.Bank(), width: 420, height: 860, dark: dark);
            await narrow.ShootAsync("bank-small-" + scheme);
            Assert.Empty(wide.Complaints.Concat(narrow.Complaints));
        }

        await using OpenedPage middle = await browser.OpenAsync(Programs.Large(150, 260), dark: true);
        await middle.ShootAsync("middle-dark");
        await using OpenedPage large = await browser.OpenAsync(Programs.Large(2_000, 4_000), dark: true);
        await large.ShootAsync("large-dark");
    }
}
