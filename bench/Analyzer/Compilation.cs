using System.Diagnostics;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LockGraph.Bench.Analyzer;

/// <summary>How one project is compiled: the compiler's arguments as the build makes them, with no analyzers but what stands beside source generators.</summary>
internal sealed class Compilation
{
    private const string _analyzer = "/analyzer:";

    private Compilation(string name, string compiler, string[] arguments, string folder)
    {
        Name = name;
        Compiler = compiler;
        Arguments = arguments;
        Folder = folder;
        Lines = arguments.Where(argument => argument.EndsWith(".cs", StringComparison.Ordinal)).Select(file => Path.Combine(folder, file)).Where(File.Exists).Sum(file => File.ReadLines(file).LongCount());
    }

    public string Name { get; }

    /// <summary>The compiler of the SDK.</summary>
    public string Compiler { get; }

    public IReadOnlyList<string> Arguments { get; }

    /// <summary>What relative paths in the arguments are relative to.</summary>
    public string Folder { get; }

    public long Lines { get; }

    /// <summary>Builds the project once, so that all it refers to is there, and asks the build for the compiler's arguments.</summary>
    public static Compilation OfProject(string project)
    {
        project = Path.GetFullPath(project);
        Dotnet("build", project, "-nologo", "-v:quiet", "-p:RunAnalyzers=false");
        using JsonDocument told = JsonDocument.Parse(Dotnet(
            "msbuild", project, "-t:Compile", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:NonExistentFile=always", "-getItem:CscCommandLineArgs",
            "-getProperty:RoslynTargetsPath"));
        JsonElement root = told.RootElement;
        string[] all = [.. root.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];
        HashSet<string?> generators = [.. all.Where(argument => argument.StartsWith(_analyzer, StringComparison.Ordinal)).Select(FileOf).Where(HasGenerators).Select(Path.GetDirectoryName)];
        string[] arguments = [.. all.Where(argument => argument.StartsWith(_analyzer, StringComparison.Ordinal) ? generators.Contains(Path.GetDirectoryName(FileOf(argument))) : IsKept(argument))];
        string compiler = Path.Combine(root.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!, "bincore", "csc.dll");
        return new Compilation(Path.GetFileNameWithoutExtension(project), compiler, arguments, Path.GetDirectoryName(project)!);
    }

    private static string FileOf(string argument) => argument[_analyzer.Length..].Trim('"');

    private static bool HasGenerators(string file) => new AnalyzerFileReference(file, InPlace.Instance).GetGenerators(LanguageNames.CSharp).Length > 0;

    // Where it goes is the measurement's to say; warnings must not end it.
    private static bool IsKept(string argument) =>
        argument is not ("/skipanalyzers+" or "/noconfig")
        && !Array.Exists(["/out:", "/refout:", "/errorlog:", "/warnaserror"], start => argument.StartsWith(start, StringComparison.Ordinal));

    private static string Dotnet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}: exit {process.ExitCode}\n{output}");
    }

    private sealed class InPlace : IAnalyzerAssemblyLoader
    {
        public static InPlace Instance { get; } = new();

        public void AddDependencyLocation(string fullPath)
        {
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
