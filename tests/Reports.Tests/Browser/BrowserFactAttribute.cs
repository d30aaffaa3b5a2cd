namespace LockGraph.Reports.Tests.Browser;

/// <summary>A test that needs a browser. Where there is none, it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] _places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    public BrowserFactAttribute()
    {
        if (Browser is null)
        {
            Skip = "There is no Chromium: install the package chromium, or name one in LOCKGRAPH_CHROMIUM.";
        }
    }

    /// <summary>The browser that is installed, if one is.</summary>
    public static string? Browser { get; } =
        new[] { Environment.GetEnvironmentVariable("LOCKGRAPH_CHROMIUM") }.Concat(_places).FirstOrDefault(File.Exists);
}
