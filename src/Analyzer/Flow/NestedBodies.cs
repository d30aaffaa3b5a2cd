using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace LockGraph.Analyzer;

/// <summary>The lambdas and local functions met so far, each with the states in which it is known to be entered.</summary>
internal sealed class NestedBodies
{
    private readonly Dictionary<SyntaxNode, NestedBody> _known = [];
    private readonly Queue<NestedBody> _waiting = new();

    /// <summary>The next body to interpret. Those that are called somewhere come after their callers.</summary>
    public NestedBody? Next()
    {
        // A local function met in a body that waits itself may still be called from it.
        for (int turns = _waiting.Count; turns > 0; turns--)
        {
            NestedBody body = _waiting.Dequeue();
            if (body.Entries.Count > 0 || turns == 1)
            {
                return body.Close();
            }

            _waiting.Enqueue(body);
        }

        return null;
    }

    public void AddLocalFunctions(ControlFlowGraph graph)
    {
        foreach (IMethodSymbol function in graph.LocalFunctions)
        {
            if (function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } syntax && !_known.ContainsKey(syntax))
            {
                Add(syntax, new NestedBody(function, () => graph.GetLocalFunctionControlFlowGraph(function)));
            }
        }
    }

    /// <summary>A lambda; it runs some day with nothing held, unless <see cref="Enter"/> says more.</summary>
    public void AddLambda(ControlFlowGraph graph, IFlowAnonymousFunctionOperation lambda)
    {
        if (!_known.ContainsKey(lambda.Syntax))
        {
            Add(lambda.Syntax, new NestedBody(lambda.Symbol, () => graph.GetAnonymousFunctionControlFlowGraph(lambda)));
        }
    }

    /// <summary>Notes that a body is entered in a state: a direct call of a local function, a lambda that is called at once.</summary>
    public void Enter(IMethodSymbol body, PathState state)
    {
        if (body.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } syntax && _known.TryGetValue(syntax, out NestedBody? nested))
        {
            nested.Enter(state);
        }
    }

    private void Add(SyntaxNode syntax, NestedBody body)
    {
        _known.Add(syntax, body);
        _waiting.Enqueue(body);
    }
}

/// <summary>A lambda or local function.</summary>
internal sealed class NestedBody
{
    /// <summary>More entries than this are joined even where their variables differ.</summary>
    private const int _entriesKept = 12;

    private readonly List<PathState> _entries = [];
    private readonly Dictionary<PathSignature, int> _known = [];

    public NestedBody(IMethodSymbol symbol, Func<ControlFlowGraph> graph)
    {
        Symbol = symbol;
        Graph = graph;
    }

    public IMethodSymbol Symbol { get; }

    public Func<ControlFlowGraph> Graph { get; }

    public IReadOnlyList<PathState> Entries => _entries;

    public void Enter(PathState state)
    {
        PathState entry = PathState.Empty with
        {
            Held = System.Collections.Immutable.ImmutableArray.CreateRange(state.Held, hold => hold with { IsInherited = true }),
            Variables = state.Variables,
            New = state.New,
        };
        PathSignature signature = PathSignature.Of(entry, withVariables: _entries.Count < _entriesKept);
        if (_known.TryGetValue(signature, out int known))
        {
            _entries[known] = _entries[known].Join(entry);
            return;
        }

        _known.Add(signature, _entries.Count);
        _entries.Add(entry);
    }

    /// <summary>A body that nobody is seen to call runs some day with nothing held.</summary>
    public NestedBody Close()
    {
        if (_entries.Count == 0)
        {
            _entries.Add(PathState.Empty);
        }

        return this;
    }
}
