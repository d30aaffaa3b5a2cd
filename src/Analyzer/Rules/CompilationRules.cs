using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Runs the rules over one compilation: those of a file, and those of the whole program.</summary>
internal sealed class CompilationRules
{
    private readonly CompilationFacts _facts;
    private readonly Lazy<Declarations> _declarations;

    public CompilationRules(CompilationFacts facts)
    {
        _facts = facts;
        _declarations = new Lazy<Declarations>(() => new Declarations(facts));
    }

    /// <summary>What is wrong in one file, bodies taken one by one.</summary>
    public IEnumerable<Finding> OfFile(SemanticModel model, CancellationToken cancellation)
    {
        SyntaxTree tree = model.SyntaxTree;
        TreeIndex index = TreeIndex.Of(tree, cancellation);
        bool lookedAt = false;
        foreach (BodyEntry entry in index.Bodies)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!_facts.Index.IsWorthALook(entry) || _facts.FactsOf(entry.Declaration) is not { } body)
            {
                continue;
            }

            lookedAt = true;
            foreach (Finding finding in OfBody(body))
            {
                yield return finding;
            }

            foreach (Finding finding in body.Nested.SelectMany(OfBody))
            {
                yield return finding;
            }
        }

        foreach (Finding finding in SpinLockFields.In(tree, model, cancellation))
        {
            yield return finding;
        }

        if (lookedAt || index.Annotations.Count > 0)
        {
            foreach (Finding finding in _declarations.Value.Findings)
            {
                if (finding.Location.SourceTree == tree)
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>What is wrong with the program as a whole.</summary>
    public IEnumerable<Finding> OfProgram(CancellationToken cancellation)
    {
        var findings = new List<Finding>(TypeInitializers.Judge(_facts, cancellation));
        if (_facts.IsSummarized || StaticProgram.IsWorthALook(_facts))
        {
            var program = new StaticProgram(_facts, cancellation);
            StaticOrder order = Order(program, cancellation);
            findings.AddRange(order.Findings);
            findings.AddRange(HazardousCallees.Judge(_facts, program, cancellation));
            findings.AddRange(InferredGuards.Judge(_facts, program, cancellation));
            Summary = _facts.IsSummarized ? new SummaryWriter(_facts, program, order, cancellation).Write() : null;
        }

        // Nothing is reported in code that is not here, but the ways that lead there are shown.
        return _facts.Summaries.IsEmpty
            ? findings
            : findings.Select(finding => finding with { Others = [.. finding.Others.Select(other => (SummarySites.Shown(other.Location), other.Caption))] });
    }

    /// <summary>What the program tells other compilations of itself, once <see cref="OfProgram"/> has run, where it is asked for.</summary>
    public AssemblySummary? Summary { get; private set; }

    /// <summary>The order of the whole program.</summary>
    public StaticOrder Order(StaticProgram program, CancellationToken cancellation)
    {
        var order = new StaticOrder(_facts, _declarations.Value);
        foreach ((SummarizedEdge edge, IReadOnlyList<SummarizedLock> locks) in _facts.Summaries.Edges)
        {
            order.Add(edge, locks);
        }

        foreach (BodyFacts body in program.Bodies)
        {
            cancellation.ThrowIfCancellationRequested();
            order.AddTakers(body);
            if (program.Roots.Contains(body))
            {
                bool isWaited = program.Waited.TryGetValue(body, out Place? wait);
                order.Add(body, program.Composer.EnteredBare(body, isWaited), wait);
            }
        }

        return order;
    }

    private IEnumerable<Finding> OfBody(BodyFacts body)
    {
        var found = new List<Finding>(body.Findings);
        DirectNesting.Report(_facts, new EventJudge(_facts, _declarations.Value.Order), body, found.Add);
        return found.GroupBy(finding => (finding.RuleId, finding.Location, string.Concat(finding.Arguments))).Select(same => same.First());
    }
}
