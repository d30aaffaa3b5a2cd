using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LockGraph.Core;

namespace LockGraph.Analyzer;

/// <summary>Reads the lines of a summary file, one behind the other.</summary>
internal sealed class SummaryReader
{
    private static readonly Dictionary<string, LockPrimitive> _primitives = LockPrimitive.All.ToDictionary(SummaryText.NameOf, StringComparer.Ordinal);

    private readonly string[] _lines;
    private int _next;
    private string[] _fields = [];

    public SummaryReader(string text) => _lines = text.Split('\n');

    /// <summary>Everything; <see langword="null"/> when a line is not what it should be.</summary>
    public AssemblySummary? Read(string title)
    {
        try
        {
            return Next(title) && Number(1) == SummaryText.Version && Next("assembly") ? ReadAll(Field(1)) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private AssemblySummary ReadAll(string assembly)
    {
        var locks = new List<SummarizedLock>();
        while (Next("lock"))
        {
            locks.Add(new SummarizedLock(Field(1).Length == 0 ? "" : Id(1), Name(2), Number(3), Primitive(4), Flag(5, "reentrant"), Flag(6, "ordered"), Field(7).Length == 0 ? null : Number(7)));
        }

        var events = new List<SummarizedEvent>();
        while (NextEvent(locks.Count) is { } found)
        {
            events.Add(found);
        }

        var members = new List<SummarizedMember>();
        while (Next("member"))
        {
            int ways = Number(2);
            Require(ways is >= 0 and <= CallChain.MostWays);
            members.Add(new SummarizedMember(Id(1), ways, Numbers(3, events.Count)));
        }

        var raises = new List<SummarizedRaise>();
        while (Next("raise"))
        {
            string member = Field(1);
            Require(Next("held"));
            SummarizedHold held = Hold(locks.Count);
            Require(held.Lock >= 0 && Next("at"));
            raises.Add(new SummarizedRaise(held, member, Step()));
        }

        var edges = new List<SummarizedEdge>();
        while (Next("edge"))
        {
            (int outer, LockMode outerMode, int inner, LockMode innerMode) = (Lock(1, locks.Count), Mode(2), Lock(3, locks.Count), Mode(4));
            Require(outer >= 0 && inner >= 0);
            ImmutableArray<string>.Builder gates = ImmutableArray.CreateBuilder<string>();
            while (Next("gate"))
            {
                gates.Add(Field(1));
            }

            ImmutableArray<SummarizedStep> steps = Steps();
            Require(steps.Length > 1);
            edges.Add(new SummarizedEdge(outer, outerMode, inner, innerMode, gates.ToImmutable(), steps[0], steps.RemoveAt(0)));
        }

        Require(_next == _lines.Length - 1 && _lines[_next].Length == 0);
        return new AssemblySummary(assembly, locks, events, members, raises, edges);
    }

    private SummarizedEvent? NextEvent(int locks)
    {
        if (Next("acquire"))
        {
            (int number, string place, LockPrimitive primitive, LockMode mode, AcquisitionKind waits) = (Lock(1, locks), Field(2), Primitive(3), Mode(4), Waits(5));
            return Rest(SummarizedKind.Acquire, place, 6, locks) with { Lock = number, Primitive = primitive, Mode = mode, Waits = waits };
        }

        SummarizedKind? kind = Next("invoke") ? SummarizedKind.Invoke : Next("open") ? SummarizedKind.Open : Next("wait") ? SummarizedKind.Wait : null;
        Require(kind != SummarizedKind.Invoke || Number(1) >= 0);
        return kind is { } told ? Rest(told, Field(1), 2, locks) : null;
    }

    /// <summary>What all events have: ways and flags in the last fields, and the lines below.</summary>
    private SummarizedEvent Rest(SummarizedKind kind, string subject, int from, int locks)
    {
        int ways = Number(from);
        bool suspended = Flag(from + 1, "suspended");
        ImmutableArray<GivenFlag> given = Given(from + 2);
        ImmutableArray<SummarizedHold>.Builder held = ImmutableArray.CreateBuilder<SummarizedHold>();
        while (Next("held"))
        {
            held.Add(Hold(locks));
        }

        ImmutableArray<SummarizedStep> steps = Steps();
        Require(steps.Length > 0 && ways is > 0 and <= CallChain.MostWays);
        return new SummarizedEvent(kind, subject, suspended, given, held.ToImmutable(), steps) { Ways = ways };
    }

    private SummarizedHold Hold(int locks) => new(Lock(1, locks), Field(2), Primitive(3), Mode(4), Waits(5), new SummarizedStep(Field(6), Field(7), Number(8)));

    private SummarizedStep Step() => new(Field(1), Field(2), Number(3));

    private ImmutableArray<int> Numbers(int index, int count)
    {
        ImmutableArray<int>.Builder numbers = ImmutableArray.CreateBuilder<int>();
        foreach (string word in Field(index).Split(' '))
        {
            Require(int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < count);
            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }

    private ImmutableArray<SummarizedStep> Steps()
    {
        ImmutableArray<SummarizedStep>.Builder steps = ImmutableArray.CreateBuilder<SummarizedStep>();
        while (Next("at"))
        {
            steps.Add(Step());
        }

        return steps.ToImmutable();
    }

    private ImmutableArray<GivenFlag> Given(int index)
    {
        ImmutableArray<GivenFlag>.Builder given = ImmutableArray.CreateBuilder<GivenFlag>();
        foreach (string flag in Field(index).Split([','], StringSplitOptions.RemoveEmptyEntries))
        {
            Require(int.TryParse(flag.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out int parameter) && flag[0] is '+' or '-');
            given.Add(new GivenFlag(parameter, Question.Truth, flag[0] == '+'));
        }

        return given.ToImmutable();
    }

    /// <summary>Goes on to the next line if it is of a kind.</summary>
    private bool Next(string kind)
    {
        string line = _next < _lines.Length ? _lines[_next] : "";
        if (!line.StartsWith(kind, StringComparison.Ordinal) || line.Length == kind.Length || line[kind.Length] != '\t')
        {
            return false;
        }

        _fields = line.Split('\t');
        _next++;
        return true;
    }

    private string Field(int index)
    {
        Require(index < _fields.Length);
        string field = _fields[index];
        if (field.IndexOf('\\') < 0)
        {
            return field;
        }

        var plain = new StringBuilder(field.Length);
        for (int i = 0; i < field.Length; i++)
        {
            if (field[i] != '\\')
            {
                plain.Append(field[i]);
                continue;
            }

            Require(++i < field.Length);
            plain.Append(field[i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', '\\' => '\\', _ => throw new FormatException() });
        }

        return plain.ToString();
    }

    /// <summary>A documentation id: the kind, a colon, and a name.</summary>
    private string Id(int index)
    {
        string id = Field(index);
        Require(id.Length > 2 && id[1] == ':');
        return id;
    }

    private string Name(int index)
    {
        string name = Field(index);
        Require(!string.IsNullOrWhiteSpace(name));
        return name;
    }

    private int Number(int index) =>
        int.TryParse(Field(index), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : throw new FormatException();

    private int Lock(int index, int count)
    {
        int number = Number(index);
        Require(number < count);
        return number;
    }

    private bool Flag(int index, string name)
    {
        string field = Field(index);
        Require(field.Length == 0 || field == name);
        return field.Length > 0;
    }

    private LockPrimitive Primitive(int index) => _primitives.TryGetValue(Field(index), out LockPrimitive? primitive) ? primitive : throw new FormatException();

    private LockMode Mode(int index) => Enum.TryParse(Field(index), out LockMode mode) && Enum.IsDefined(typeof(LockMode), mode) ? mode : throw new FormatException();

    private AcquisitionKind Waits(int index) =>
        Enum.TryParse(Field(index), out AcquisitionKind kind) && Enum.IsDefined(typeof(AcquisitionKind), kind) ? kind : throw new FormatException();

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new FormatException();
        }
    }
}
