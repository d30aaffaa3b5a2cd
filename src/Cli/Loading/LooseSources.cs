using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LockGraph.Cli.Loading;

/// <summary>Sources without a project: compiled together, against the framework that runs this tool and the annotations that it ships with.</summary>
internal static class LooseSources
{
    private const string _implicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    private static readonly string[] _ours = ["LockGraph.Annotations.dll", "LockGraph.Core.dll", "LockGraph.Runtime.dll"];

    /// <summary>Compiles them.</summary>
    /// <param name="name">The path that was asked for.</param>
    /// <param name="files">Full paths.</param>
    /// <exception cref="BadInputException">A file cannot be read.</exception>
    public static LoadedProject Compile(string name, IReadOnlyList<string> files)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Regular, Symbols());
        SyntaxTree[] trees = [.. files.Select(file => CSharpSyntaxTree.ParseText(Read(file), parsing, file))];
        var settings = EditorConfigFiles.Above(files);
        bool isProgram = Array.Exists(trees, tree => ((CompilationUnitSyntax)tree.GetRoot()).Members.Any(SyntaxKind.GlobalStatement));
        CSharpCompilationOptions options = new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
            .WithAllowUnsafe(true)
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithSyntaxTreeOptionsProvider(settings);
        SyntaxTree usings = CSharpSyntaxTree.ParseText(SourceText.From(_implicitUsings, Encoding.UTF8), parsing, "ImplicitUsings.g.cs");
        string assembly = Path.GetFileNameWithoutExtension(files.Count == 1 ? files[0] : Path.GetFullPath(name).TrimEnd(Path.DirectorySeparatorChar));
        var compilation = CSharpCompilation.Create(assembly, [.. trees, usings], References(), options);
        return new LoadedProject(ShownPath.Of(Path.GetFullPath(name)), assembly, compilation, new AnalyzerOptions([], settings.Provider));
    }

    private static SourceText Read(string file)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            return SourceText.From(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{ShownPath.Of(file)}: {exception.Message}", exception);
        }
    }

    // As the SDK defines them for a project of this framework.
    private static IEnumerable<string> Symbols() =>
        Enumerable.Range(5, Environment.Version.Major - 4).Select(major => $"NET{major}_0_OR_GREATER").Append($"NET{Environment.Version.Major}_0").Append("NET").Append("TRACE");

    private static IEnumerable<MetadataReference> References()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<string> ours = _ours.Select(file => Path.Combine(AppContext.BaseDirectory, file)).Where(File.Exists);
        return Directory.EnumerateFiles(framework, "*.dll").Where(IsManaged).Concat(ours).Order(StringComparer.Ordinal)
            .Select(file => MetadataReference.CreateFromFile(file));
    }

    // The folder of a framework also holds native libraries.
    private static bool IsManaged(string file)
    {
        using FileStream stream = File.OpenRead(file);
        using var reader = new System.Reflection.PortableExecutable.PEReader(stream);
        try
        {
            return reader.HasMetadata;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
