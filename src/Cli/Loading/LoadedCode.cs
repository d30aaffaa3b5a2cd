using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LockGraph.Cli.Loading;

/// <summary>What a path led to: everything that compiles, and by name what does not.</summary>
/// <param name="Projects">Whatever compiles, dependencies before those who use them.</param>
/// <param name="Problems">What does not, each once, in ordinal order.</param>
/// <param name="Notes">What was left out on purpose, a line each.</param>
internal sealed record LoadedCode(IReadOnlyList<LoadedProject> Projects, IReadOnlyList<LoadProblem> Problems, IReadOnlyList<string> Notes);

/// <summary>A project that compiles.</summary>
/// <param name="File">Its file from the working directory; several builds of one project share it.</param>
/// <param name="Name">The project as people know it, with its framework where it has several.</param>
/// <param name="Compilation">Its sources, with the severities of its <c>.editorconfig</c> files in the options.</param>
/// <param name="Options">Additional files and the options of its <c>.editorconfig</c> files.</param>
internal sealed record LoadedProject(string File, string Name, Compilation Compilation, AnalyzerOptions Options);

/// <summary>A project that does not load or compile.</summary>
/// <param name="Project">Its file, relative to the working directory.</param>
/// <param name="Reason">The first error, one line.</param>
internal sealed record LoadProblem(string Project, string Reason);
