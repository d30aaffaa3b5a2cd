using System.Diagnostics;

namespace LockGraph.Cli.Tests.Loading;

/// <summary>A solution of three projects that build on each other, and of others with everything that can be wrong; restored once for all tests.</summary>
public sealed class SolutionFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockgraph-");

    public SolutionFolder()
    {
        Source("Directory.Build.props", "<Project />");
        Source("Directory.Packages.props", "<Project />");
        Project("Low", "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>", "", "namespace Low { public class L { } }");
        Project("Middle", "<TargetFramework>netstandard2.0</TargetFramework>", Reference("Low"), "namespace Middle { public class M { public Low.L L; } }");
        Project("High", Net10, Reference("Middle"), "Console.WriteLine(new Middle.M());");
        Project("Broken", Net10, Reference("Low"), "class B { Low.Gone _gone; }");
        Project("Strict", Net10 + "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "", "class S { int _unused; }");
        Project("Unrestored", Net10, "<ItemGroup><PackageReference Include=\"Gate\" Version=\"1.0.0\" /></ItemGroup>", "class U { Gate.Lock _gate; }");
        Source("Cut/Cut.csproj", "<Project>");
        string[] all = ["Broken/Broken", "Cut/Cut", "Gone/Gone", "High/High", "Low/Low", "Middle/Middle", "Strict/Strict", "Unrestored/Unrestored"];
        Source("All.slnx", $"<Solution>{string.Concat(all.Select(name => $"<Project Path=\"{name}.csproj\" />"))}<Project Path=\"F/F.fsproj\" /></Solution>");
        Source("Good/Good.slnx", "<Solution><Project Path=\"../High/High.csproj\" /><Project Path=\"../Low/Low.csproj\" /><Project Path=\"../Middle/Middle.csproj\" /></Solution>");
        Source("Restore.slnx", "<Solution><Project Path=\"High/High.csproj\" /><Project Path=\"Broken/Broken.csproj\" /><Project Path=\"Strict/Strict.csproj\" /></Solution>");
        Run("restore", Path("Restore.slnx"));
    }

    private static string Net10 => "<TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>";

    public string Path(string file) => System.IO.Path.Combine(_folder.FullName, file);

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Reference(string name) => $"<ItemGroup><ProjectReference Include=\"../{name}/{name}.csproj\" /></ItemGroup>";

    private static void Run(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", args) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        string told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, told);
    }

    private void Project(string name, string properties, string items, string source)
    {
        string type = name == "High" ? "<OutputType>Exe</OutputType>" : "";
        Source($"{name}/{name}.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>{properties}{type}</PropertyGroup>{items}</Project>");
        Source($"{name}/{name}.cs", source + "\n");
    }

    private void Source(string file, string content)
    {
        string path = Path(file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
