using System.Globalization;
using LockGraph.Core;

namespace LockGraph.Reports;

/// <content>Acquisitions, and what is made of them: witnesses, violations.</content>
internal sealed partial class SnapshotParts
{
    public Violation Violation(ref SnapshotTokens tokens)
    {
        ViolationKind? kind = null;
        string flow = "";
        string? run = null, detail = null;
        Acquisition? attempted = null;
        List<HeldLock> held = [];
        HeldLock? against = null;
        long place = -1;
        List<CycleEdge> cycle = [];
        IReadOnlyList<string> gates = [];
        bool singleFlow = false;
        List<LockWait> waits = [];
        CapturedStack? stack = null;
        RequireObject(ref tokens);
        while (tokens.NextInside())
        {
            if (tokens.Is("kind"u8))
            {
                kind = Word(ref tokens, "kind", Named<ViolationKind>);
            }
            else if (tokens.Is("flow"u8))
            {
                flow = Text(ref tokens, "flow");
            }
            else if (tokens.Is("run"u8))
            {
                run = Text(ref tokens, "run");
            }
            else if (tokens.Is("attempted"u8))
            {
                tokens.Next();
                attempted = Held(ref tokens).Acquisition;
            }
            else if (tokens.Is("held"u8))
            {
                held = Holds(ref tokens);
            }
            else if (tokens.Is("against"u8))
            {
                tokens.Next();
                if (!tokens.TryLong(out place))
                {
                    against = Held(ref tokens);
                }
            }
            else if (tokens.Is("cycle"u8))
            {
                RequireArray(ref tokens, "cycle");
                while (tokens.NextInside())
                {
                    cycle.Add(Step(ref tokens));
                }
            }
            else if (tokens.Is("gates"u8))
            {
                gates = Texts(ref tokens, "gates");
            }
            else if (tokens.Is("singleFlow"u8))
            {
                singleFlow = Flag(ref tokens, "singleFlow");
            }
            else if (tokens.Is("waits"u8))
            {
                RequireArray(ref tokens, "waits");
                while (tokens.NextInside())
                {
                    waits.Add(Wait(ref tokens));
                }
            }
            else if (tokens.Is("detail"u8))
            {
                detail = Text(ref tokens, "detail");
            }
            else if (tokens.Is("stack"u8))
            {
                stack = Stack(ref tokens);
            }
            else
            {
                PassOver(ref tokens);
            }
        }

        var violation = new Violation(
            kind ?? throw Malformed("a violation has no 'kind'"), flow, attempted ?? throw Malformed("a violation has no 'attempted'"), held)
        {
            Against = against ?? (place >= 0 && place < held.Count ? held[(int)place] : null),
            Detail = detail,
            Cycle = cycle,
            Gates = gates,
            SingleFlow = singleFlow,
            Waits = waits,
            Stack = stack,
            Run = run,
        };
        RequireEvidence(violation);
        return violation;
    }

    // What the sentence of a kind cannot be said without.
    private void RequireEvidence(Violation violation)
    {
        string? missing = violation.Kind switch
        {
            ViolationKind.Inversion or ViolationKind.Cycle or ViolationKind.Guarded when violation.Cycle.Count < 2 => "cycle",
            ViolationKind.LiveDeadlock when violation.Waits.Count == 0 => "waits",
            ViolationKind.DeclaredOrder or ViolationKind.UndeclaredNesting or ViolationKind.InvalidNesting or ViolationKind.WaitType
                when violation.Against is null => "against",
            _ => null,
        };
        if (missing is not null)
        {
            throw Malformed($"a violation of kind {violation.Kind} has no '{missing}'");
        }
    }

    private CycleEdge Step(ref SnapshotTokens tokens)
    {
        string? outer = null, inner = null;
        LockMode outerMode = LockMode.Write, innerMode = LockMode.Write;
        EdgeProvenance provenance = EdgeProvenance.None;
        EdgeWitness? witness = null;
        RequireObject(ref tokens);
        while (tokens.NextInside())
        {
            if (tokens.Is("outer"u8))
            {
                outer = Text(ref tokens, "outer");
            }
            else if (tokens.Is("inner"u8))
            {
                inner = Text(ref tokens, "inner");
            }
            else if (tokens.Is("outerMode"u8))
            {
                outerMode = Word(ref tokens, "outerMode", Mode);
            }
            else if (tokens.Is("innerMode"u8))
            {
                innerMode = Word(ref tokens, "innerMode", Mode);
            }
            else if (tokens.Is("provenance"u8))
            {
                provenance = Provenance(ref tokens);
            }
            else if (tokens.Is("witness"u8))
            {
                tokens.Next();
                witness = Witness(ref tokens);
            }
            else
            {
                PassOver(ref tokens);
            }
        }

        return new CycleEdge(Name(outer, "outer"), Name(inner, "inner"), outerMode, innerMode, provenance, witness);
    }

    private LockWait Wait(ref SnapshotTokens tokens)
    {
        string flow = "";
        Acquisition? wanted = null;
        List<HeldLock> held = [];
        CapturedStack? stack = null;
        RequireObject(ref tokens);
        while (tokens.NextInside())
        {
            if (tokens.Is("flow"u8))
            {
                flow = Text(ref tokens, "flow");
            }
            else if (tokens.Is("wanted"u8))
            {
                tokens.Next();
                wanted = Held(ref tokens).Acquisition;
            }
            else if (tokens.Is("held"u8))
            {
                held = Holds(ref tokens);
            }
            else if (tokens.Is("stack"u8))
            {
                stack = Stack(ref tokens);
            }
            else
            {
                PassOver(ref tokens);
            }
        }

        return new LockWait(flow, wanted ?? throw Malformed("a wait has no 'wanted'"), held) { Stack = stack };
    }

    private EdgeWitness Witness(ref SnapshotTokens tokens)
    {
        string flow = "";
        string? run = null;
        Acquisition? outer = null, inner = null;
        RequireObject(ref tokens);
        while (tokens.NextInside())
        {
            if (tokens.Is("flow"u8))
            {
                flow = Text(ref tokens, "flow");
            }
            else if (tokens.Is("run"u8))
            {
                run = Text(ref tokens, "run");
            }
            else if (tokens.Is("outer"u8))
            {
                tokens.Next();
                outer = Held(ref tokens).Acquisition;
            }
            else if (tokens.Is("inner"u8))
            {
                tokens.Next();
                inner = Held(ref tokens).Acquisition;
            }
            else
            {
                PassOver(ref tokens);
            }
        }

        return new EdgeWitness(outer ?? throw Malformed("a witness has no 'outer'"), inner ?? throw Malformed("a witness has no 'inner'"), flow) { Run = run };
    }

    private List<HeldLock> Holds(ref SnapshotTokens tokens)
    {
        List<HeldLock> held = [];
        RequireArray(ref tokens, "held");
        while (tokens.NextInside())
        {
            held.Add(Held(ref tokens));
        }

        return held;
    }

    private HeldLock Held(ref SnapshotTokens tokens)
    {
        string? name = null, instance = null, file = null;
        long line = 0;
        LockMode mode = LockMode.Write;
        AcquisitionKind kind = AcquisitionKind.Blocking;
        WaitType? waitType = null;
        bool terminal = false, sharesSlot = false;
        CapturedStack? stack = null;
        RequireObject(ref tokens);
        while (tokens.NextInside())
        {
            if (tokens.Is("class"u8))
            {
                name = Text(ref tokens, "class");
            }
            else if (tokens.Is("instance"u8))
            {
                instance = Text(ref tokens, "instance");
            }
            else if (tokens.Is("mode"u8))
            {
                mode = Word(ref tokens, "mode", Mode);
            }
            else if (tokens.Is("kind"u8))
            {
                kind = Word(ref tokens, "kind", Named<AcquisitionKind>);
            }
            else if (tokens.Is("file"u8))
            {
                file = Text(ref tokens, "file");
            }
            else if (tokens.Is("line"u8))
            {
                line = Count(ref tokens, "line");
            }
            else if (tokens.Is("waitType"u8))
            {
                waitType = Word(ref tokens, "waitType", Named<WaitType>);
            }
            else if (tokens.Is("terminal"u8))
            {
                terminal = Flag(ref tokens, "terminal");
            }
            else if (tokens.Is("sharesSlot"u8))
            {
                sharesSlot = Flag(ref tokens, "sharesSlot");
            }
            else if (tokens.Is("stack"u8))
            {
                stack = Stack(ref tokens);
            }
            else
            {
                PassOver(ref tokens);
            }
        }

        (LockClass @class, int subclass) = ClassOf(Name(name, "class"));
        var acquisition = new Acquisition(@class, ++_instances)
        {
            InstanceLabel = instance,
            Mode = mode,
            Kind = kind,
            Subclass = subclass,
            WaitType = waitType,
            Site = new AcquisitionSite(file, Int(line, "line")),
            Stack = stack,
        };
        return new HeldLock(acquisition) { IsTerminal = terminal, SharesSlot = sharesSlot };
    }

    // A class that is not listed (it was forgotten, and a violation still speaks of it) is known by its name alone.
    private (LockClass Class, int Subclass) ClassOf(string name)
    {
        if (_classes.TryGetValue(name, out (LockClass Class, int Subclass) known))
        {
            return known;
        }

        int hash = name.LastIndexOf('#');
        known = hash > 0 && int.TryParse(name.AsSpan(hash + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int subclass) && subclass != 0
            && LockClassName.WithSubclass(name[..hash], subclass) == name && !string.IsNullOrWhiteSpace(name[..hash])
            ? (new LockClass(name[..hash]), subclass)
            : (new LockClass(name), 0);
        _classes.Add(name, known);
        return known;
    }
}
