using System.Text;
using LockGraph.Cli.Loading;
using LockGraph.Cli.Merge;
using LockGraph.Cli.Output;
using LockGraph.Core;

namespace LockGraph.Cli.Check;

/// <summary>One check from path to exit code: load, look, compare, write.</summary>
/// <param name="check">Whoever finds the mistakes.</param>
/// <param name="output">Where documents go.</param>
/// <param name="text">Where text for people goes; the same place as <paramref name="output"/>.</param>
/// <param name="error">Where complaints go, a line each.</param>
internal sealed class CheckRun(IStaticCheck check, Stream output, TextWriter text, TextWriter error)
{
    /// <summary>Runs it.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="BadInputException">What was asked for cannot be done at all.</exception>
    public int Run(CheckRequest request, CancellationToken cancellation)
    {
        if (request.WritesBaseline && request.Baseline is null)
        {
            throw new BadInputException("--write-baseline needs --baseline FILE.");
        }

        // Before the long work: a mistake in a file name should not cost minutes.
        IReadOnlyList<AcceptedFinding>? accepted = request.Baseline is null || request.WritesBaseline ? null : Baseline.Read(request.Baseline);
        OrderSnapshot[] observed = [.. request.Observed.Select(path => SnapshotInput.Read(path))];

        (LoadedCode code, CheckedCode found) = TerminalProgress.Run(error, progress =>
        {
            LoadedCode loaded = SourceLoader.LoadAsync(request.Path, progress, cancellation).GetAwaiter().GetResult();
            return (loaded, check.Check(loaded.Projects, progress, cancellation));
        });
        foreach (string note in code.Notes.Concat(code.Problems.Select(problem => $"{problem.Project}: {problem.Reason}")))
        {
            error.WriteLine("lockgraph: " + OneLine(note));
        }

        IReadOnlyList<Finding> findings = FindingReader.Read(found.Found, cancellation);
        if (observed.Length > 0 && found.Order is { } order)
        {
            findings = [.. findings, .. ObservedFindings.Of(order, observed)];
        }

        CheckReport report = Compare(findings, accepted, code, check);
        Write(request, report);
        foreach (string fault in found.Faults)
        {
            error.WriteLine("lockgraph: internal error, please report it: " + OneLine(fault));
        }

        return Verdict(request, report, found);
    }

    // Our fault first: what it did not see may be anything. Then the input: what is not checked is not clean.
    private static int Verdict(CheckRequest request, CheckReport report, CheckedCode found)
    {
        if (found.Faults.Count > 0)
        {
            return ExitCode.OwnFault;
        }

        if (report.Problems.Count > 0)
        {
            return ExitCode.BadInput;
        }

        return !request.WritesBaseline && report.New.Any(finding => finding.Severity >= request.FailOn) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static CheckReport Compare(IReadOnlyList<Finding> findings, IReadOnlyList<AcceptedFinding>? accepted, LoadedCode code, IStaticCheck check)
    {
        var known = new HashSet<string>((accepted ?? []).Select(finding => finding.Fingerprint), StringComparer.Ordinal);
        var seen = new HashSet<string>(findings.Select(finding => finding.Fingerprint), StringComparer.Ordinal);
        return new CheckReport
        {
            Findings = [.. findings.Select(finding => new JudgedFinding(finding, known.Contains(finding.Fingerprint)))],

            // What was not looked at is not fixed.
            Fixed = code.Problems.Count > 0 || accepted is null ? [] : [.. accepted.Where(finding => !seen.Contains(finding.Fingerprint))],
            HasBaseline = accepted is not null,
            Rules = check.Rules,
            Projects = code.Projects.DistinctBy(project => project.File).Count(),
            Problems = code.Problems,
        };
    }

    private void Write(CheckRequest request, CheckReport report)
    {
        if (request.WritesBaseline)
        {
            if (report.Problems.Count > 0)
            {
                throw new BadInputException($"{request.Baseline}: not written, because not everything could be checked.");
            }

            Baseline.Write(request.Baseline!, report.Findings.Select(finding => finding.Finding));
        }

        if (request.Output is not null)
        {
            OutputFile.Write(request.Output, stream => Write(request.Format, report, stream));
        }
        else if (request.Format == "text")
        {
            TextOutput.Write(report, text);
        }
        else
        {
            Write(request.Format, report, output);
        }
    }

    private static void Write(string format, CheckReport report, Stream stream)
    {
        switch (format)
        {
            case "sarif":
                SarifOutput.Write(report, stream);
                break;
            case "json":
                JsonOutput.Write(report, stream);
                break;
            default:
                using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" })
                {
                    if (format == "github")
                    {
                        GitHubOutput.Write(report, writer);
                    }
                    else
                    {
                        TextOutput.Write(report, writer);
                    }
                }

                break;
        }

        stream.Flush();
    }

    private static string OneLine(string message) => string.Join(' ', message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
