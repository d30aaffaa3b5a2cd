using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using LockGraph.Cli.Check;
using LockGraph.Cli.Loading;
using Microsoft.CodeAnalysis;

namespace LockGraph.Cli.Output;

/// <summary>Findings as SARIF 2.1.0. What is written of that format is in <c>docs/reports/check.sarif.schema.json</c>.</summary>
internal sealed class SarifOutput
{
    private const string _schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const string _root = "SRCROOT";
    private const string _fingerprint = "lockgraph/v1";

    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json;
    private readonly CheckReport _report;
    private readonly Dictionary<string, int> _rules;

    private SarifOutput(Utf8JsonWriter json, CheckReport report)
    {
        _json = json;
        _report = report;
        _rules = report.Rules.Index().ToDictionary(rule => rule.Item.Id, rule => rule.Index, StringComparer.Ordinal);
    }

    /// <summary>Writes one log of one run, ended by a line feed.</summary>
    public static void Write(CheckReport report, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, _options))
        {
            new SarifOutput(json, report).Log();
        }

        output.WriteByte((byte)'\n');
    }

    private void Log() => Object(() =>
    {
        _json.WriteString("$schema", _schema);
        _json.WriteString("version", "2.1.0");
        Array("runs", () => Object(() =>
        {
            Object("tool", () => Object("driver", Driver));
            Array("invocations", () => Object(Invocation));

            // Relative, so that the log is the same wherever it is made: whoever reads it knows where the sources are.
            Object("originalUriBaseIds", () => Object(_root, () => Text("description", "The directory that the check was run in.")));
            _json.WriteString("columnKind", "utf16CodeUnits");
            Array("results", () =>
            {
                foreach (JudgedFinding finding in _report.Findings)
                {
                    Object(() => Result(finding));
                }

                foreach (AcceptedFinding gone in _report.Fixed)
                {
                    Object(() => Gone(gone));
                }
            });
        }));
    });

    private void Driver()
    {
        string version = typeof(SarifOutput).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        _json.WriteString("name", "LockGraph");
        _json.WriteString("semanticVersion", version);
        Array("rules", () =>
        {
            foreach (DiagnosticDescriptor rule in _report.Rules)
            {
                Object(() => Rule(rule));
            }
        });
    }

    private void Rule(DiagnosticDescriptor rule)
    {
        string title = rule.Title.ToString(CultureInfo.InvariantCulture);
        string description = rule.Description.ToString(CultureInfo.InvariantCulture);
        _json.WriteString("id", rule.Id);
        Text("shortDescription", title);
        Text("fullDescription", description.Length == 0 ? title : description);
        if (rule.HelpLinkUri.Length > 0)
        {
            _json.WriteString("helpUri", rule.HelpLinkUri);
        }

        Object("defaultConfiguration", () =>
        {
            _json.WriteBoolean("enabled", rule.IsEnabledByDefault);
            _json.WriteString("level", Severities.SarifLevel(rule.DefaultSeverity));
        });
        Object("properties", () => _json.WriteString("category", rule.Category));
    }

    private void Invocation()
    {
        _json.WriteBoolean("executionSuccessful", _report.Problems.Count == 0);
        Array("toolExecutionNotifications", () =>
        {
            foreach (LoadProblem problem in _report.Problems)
            {
                Object(() =>
                {
                    _json.WriteString("level", "error");
                    Message("message", problem.Reason);
                    Array("locations", () => Object(() => Object("physicalLocation", () => Artifact(problem.Project))));
                });
            }
        });
    }

    private void Result(JudgedFinding judged)
    {
        Finding finding = judged.Finding;
        Identity(finding.Rule, finding.Message, finding.Fingerprint);
        _json.WriteString("level", Severities.SarifLevel(finding.Severity));
        if (_report.HasBaseline)
        {
            _json.WriteString("baselineState", judged.IsKnown ? "unchanged" : "new");
        }

        Array("locations", () =>
        {
            if (finding.Place is { } place)
            {
                Object(() => Location(place, message: null, finding.Member));
            }
        });
        if (finding.Witnesses.Count > 0)
        {
            Array("relatedLocations", () =>
            {
                foreach ((int number, Witness witness) in finding.Witnesses.Index())
                {
                    Object(() =>
                    {
                        _json.WriteNumber("id", number + 1);
                        Location(witness.Place, witness.Caption, member: "");
                    });
                }
            });
            Flow(finding);
        }

        if (finding.Classes.Count > 0)
        {
            Object("properties", () => Array("classes", () =>
            {
                foreach (string name in finding.Classes)
                {
                    _json.WriteStringValue(name);
                }
            }));
        }
    }

    // The way to the finding, for viewers that step through it: the other code first, then the guilty line.
    private void Flow(Finding finding) => Array("codeFlows", () => Object(() => Array("threadFlows", () => Object(() => Array("locations", () =>
    {
        foreach (Witness witness in finding.Witnesses)
        {
            Object(() => Object("location", () => Location(witness.Place, witness.Caption, member: "")));
        }

        if (finding.Place is { } place)
        {
            Object(() => Object("location", () => Location(place, finding.Message, member: "")));
        }
    })))));

    private void Gone(AcceptedFinding gone)
    {
        Identity(gone.Rule, gone.Message, gone.Fingerprint);
        _json.WriteString("baselineState", "absent");
        Array("locations", () =>
        {
            if (gone.Path.Length > 0)
            {
                Object(() => Object("physicalLocation", () => Artifact(gone.Path)));
            }
        });
    }

    private void Identity(string rule, string message, string fingerprint)
    {
        _json.WriteString("ruleId", rule);
        if (_rules.TryGetValue(rule, out int index))
        {
            _json.WriteNumber("ruleIndex", index);
        }

        Message("message", message);
        Object("partialFingerprints", () => _json.WriteString(_fingerprint, fingerprint));
    }

    private void Location(FindingPlace place, string? message, string member)
    {
        Object("physicalLocation", () =>
        {
            Artifact(place.Path);
            Object("region", () =>
            {
                _json.WriteNumber("startLine", place.Line);
                _json.WriteNumber("startColumn", place.Column);
                _json.WriteNumber("endLine", place.EndLine);
                _json.WriteNumber("endColumn", place.EndColumn);
            });
        });
        if (member.Length > 0)
        {
            Array("logicalLocations", () => Object(() => _json.WriteString("fullyQualifiedName", member)));
        }

        if (!string.IsNullOrEmpty(message))
        {
            Message("message", message);
        }
    }

    private void Artifact(string path) => Object("artifactLocation", () =>
    {
        bool isRelative = !Path.IsPathRooted(path);
        _json.WriteString("uri", isRelative ? string.Join('/', path.Split('/').Select(Uri.EscapeDataString)) : new Uri(path).AbsoluteUri);
        if (isRelative)
        {
            _json.WriteString("uriBaseId", _root);
        }
    });

    private void Message(string name, string text) => Text(name, Escaped(text));

    private void Text(string name, string text) => Object(name, () => _json.WriteString("text", text));

    // In a message, braces are placeholders and "[text](target)" is a link.
    private static string Escaped(string text)
    {
        string braced = text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        return braced.Contains("](", StringComparison.Ordinal) ? braced.Replace("[", "\\[", StringComparison.Ordinal) : braced;
    }

    private void Object(string name, Action content)
    {
        _json.WriteStartObject(name);
        content();
        _json.WriteEndObject();
    }

    private void Object(Action content)
    {
        _json.WriteStartObject();
        content();
        _json.WriteEndObject();
    }

    private void Array(string name, Action content)
    {
        _json.WriteStartArray(name);
        content();
        _json.WriteEndArray();
    }
}
