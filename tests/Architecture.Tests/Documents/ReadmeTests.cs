using System.Diagnostics;
using LockGraph.Architecture.Tests.Support;

namespace LockGraph.Architecture.Tests.Documents;

public class ReadmeTests
{
    private static readonly MarkdownDocument _readme = MarkdownDocument.Read("README.md");

    [Fact]
    public void Example_IsTheSample() =>
        Assert.Equal(Repository.Read("samples/FirstInversion/Program.cs"), Assert.Single(_readme.Blocks, block => block.Language == "csharp").Text);

    [Fact]
    public async Task Report_IsWhatTheSamplePrints()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FirstInversion.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("LOCKGRAPH_MODE");
        start.Environment.Remove("LOCKGRAPH_SNAPSHOT");
        using Process process = Process.Start(start)!;
        Task<string> complaints = process.StandardError.ReadToEndAsync();
        string printed = (await process.StandardOutput.ReadToEndAsync()).ReplaceLineEndings("\n");
        await process.WaitForExitAsync();
        Assert.Equal("", await complaints);
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(Assert.Single(_readme.Blocks, block => block.Language == "text").Text, printed);
    }

    [Fact]
    public void FirstScreen_ComesBeforeTheExample() => Assert.InRange(_readme.Prose.Split("\n## ")[0].Split('\n').Length, 3, 20);

    [Theory]
    [InlineData("dotnet run --project samples/Luo")]
    [InlineData("dotnet test LockGraph.sln")]
    public void Command_IsInTheReadme(string command) =>
        Assert.Contains(_readme.Blocks, block => block.Language == "sh" && block.Text.Split('\n').Any(line => line.Split("  #")[0].Trim() == command));
}
