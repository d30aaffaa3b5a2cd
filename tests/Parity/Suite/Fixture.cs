using System.Reflection;
using System.Text.RegularExpressions;

namespace LockGraph.Parity.Tests.Suite;

/// <summary>One fixture: a file <c>Primitive.Shape[.Variant].cs</c> with its verdicts, and the code that both witnesses judge.</summary>
internal sealed partial class Fixture
{
    private static readonly Assembly _own = typeof(Fixture).Assembly;

    private static readonly Lazy<IReadOnlyDictionary<string, Fixture>> _all = new(() => _own.GetManifestResourceNames()
        .Where(name => name.EndsWith(".cs", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => new Fixture(name))
        .ToDictionary(fixture => fixture.Name, StringComparer.Ordinal));

    private readonly Lazy<FixtureRun> _run;

    private Fixture(string file)
    {
        File = file;
        Name = file[..^".cs".Length];
        using (var reader = new StreamReader(_own.GetManifestResourceStream(file)!))
        {
            Source = reader.ReadToEnd().ReplaceLineEndings("\n");
        }

        string[] parts = Name.Split('.');
        (Primitive, Shape) = (parts[0], parts[1]);
        Namespace = NamespaceLine().Match(Source).Groups["name"].Value;
        StaticOnly = Head("static-only");
        RuntimeOnly = Head("runtime-only");
        Differs = Head("differs");
        Judges = StaticOnly is not null ? Witnesses.Analysis : RuntimeOnly is not null ? Witnesses.Run : Witnesses.Both;
        Expected = [.. Expectation.Read(file, Source).Select(verdict => verdict with { Judges = verdict.Judges & Judges })];
        Throws = Head("throws");
        _run = new Lazy<FixtureRun>(() => FixtureRun.Of(this));
    }

    public static IReadOnlyDictionary<string, Fixture> All => _all.Value;

    /// <summary>File name without folder and ending.</summary>
    public string Name { get; }

    public string File { get; }

    public string Primitive { get; }

    public string Shape { get; }

    public string Namespace { get; }

    public string Source { get; }

    public IReadOnlyList<Expectation> Expected { get; }

    public bool IsClean => Expected.Count == 0;

    /// <summary>Why a run cannot show the verdict, or <see langword="null"/>. The run must then be silent.</summary>
    public string? StaticOnly { get; }

    /// <summary>Why the source cannot show the verdict, or <see langword="null"/>. The analysis must then be silent.</summary>
    public string? RuntimeOnly { get; }

    /// <summary>Why one verdict of several is that of one witness, or <see langword="null"/>.</summary>
    public string? Differs { get; }

    public Witnesses Judges { get; }

    /// <summary>The exception that ends the run, if one does. That of a violation asks for mode Assert: to go on would hang.</summary>
    public string? Throws { get; }

    /// <summary>The run, made once in this process: the static locks of a fixture belong to the validator that saw them first.</summary>
    public FixtureRun Run => _run.Value;

    /// <summary>The type whose <c>Run</c> or <c>RunAsync</c> exercises the fixture.</summary>
    public MethodInfo EntryPoint => Assert.Single(
        from type in _own.GetTypes()
        where type.Namespace == Namespace
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where method.Name is "Run" or "RunAsync" && method.GetParameters().Length == 0
        select method);

    /// <summary>A text of a witness as the fixture would write it: without its namespace.</summary>
    public string Local(string text) => text.Replace(Namespace + ".", "", StringComparison.Ordinal);

    public override string ToString() => Name;

    private string? Head(string mark)
    {
        string start = "// " + mark + ": ";
        string? line = Source.Split('\n').TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))
            .FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal));
        return line?[start.Length..].Trim();
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
