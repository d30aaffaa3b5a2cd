using LockGraph.Cli.Loading;
using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Cli.Check;

/// <summary>Whoever finds lock-order mistakes in compilations. Loading comes before it, judging against a baseline and writing come after it.</summary>
internal interface IStaticCheck
{
    /// <summary>The rules that it knows, in ordinal order.</summary>
    IReadOnlyList<DiagnosticDescriptor> Rules { get; }

    /// <summary>Looks at all projects as one program.</summary>
    /// <param name="projects">Dependencies before those who use them.</param>
    /// <param name="progress">Is told what is being done now.</param>
    /// <param name="cancellation">Ends it early.</param>
    CheckedCode Check(IReadOnlyList<LoadedProject> projects, IProgress<string> progress, CancellationToken cancellation);
}

/// <summary>What a check has found, as Roslyn tells it.</summary>
/// <param name="Found">The findings, each with the project that it lies in.</param>
/// <param name="Order">The order graph of the code, with what it broke by itself; null when this check tells findings only.</param>
/// <param name="Faults">Faults of the check itself, one line each.</param>
internal sealed record CheckedCode(IReadOnlyList<(LoadedProject Project, Diagnostic Diagnostic)> Found, OrderSnapshot? Order, IReadOnlyList<string> Faults);
