using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Follows every path through one body and records what happens to locks on it.</summary>
/// <remarks>
/// Over Roslyn's control flow graph, with the paths that exceptions take added: from a call that may throw into the handlers around it, and out
/// of the body. Paths that hold the same locks are joined (<see cref="PathState"/>), so the work is bounded by the points of the body times
/// the few sets of locks that reach each. One instance per body; not thread-safe.
/// </remarks>
internal sealed partial class BodyInterpreter
{
    /// <summary>More paths to one point than this are joined even where their variables differ.</summary>
    private const int _pathsPerPoint = 12;

    private readonly CompilationFacts _facts;
    private readonly BodyFacts _result;
    private readonly Observations _observed;
    private readonly NestedBodies _nested;
    private readonly INamedTypeSymbol? _type;
    private readonly Dictionary<Point, PathState> _seen = [];
    private readonly Dictionary<(int Block, Continuation? After), int> _paths = [];
    private readonly Queue<Point> _work = new();
    private readonly List<(PathState State, IOperation? Thrower)> _thrown = [];
    private ControlFlowGraph _graph = null!;
    private BasicBlock _block = null!;
    private Continuation? _after;

    private BodyInterpreter(CompilationFacts facts, BodyFacts result, NestedBodies nested, Observations observed)
    {
        _facts = facts;
        _result = result;
        _nested = nested;
        _observed = observed;
        _type = result.Body.ContainingType;
    }

    /// <summary>Interprets a body and the lambdas and local functions in it.</summary>
    /// <param name="facts">The compilation.</param>
    /// <param name="body">The method, or the field or property whose initializer it is.</param>
    /// <param name="graph">Its control flow.</param>
    public static BodyFacts Interpret(CompilationFacts facts, ISymbol body, ControlFlowGraph graph)
    {
        var result = new BodyFacts(body);
        var nested = new NestedBodies();
        var observed = new Observations();
        var interpreter = new BodyInterpreter(facts, result, nested, observed);
        interpreter.Run(graph, [EntryState.Of(facts, body)]);
        observed.Report(facts, result, interpreter._thrown);
        while (nested.Next() is { } inner)
        {
            var innerResult = new BodyFacts(inner.Symbol);
            var innerObserved = new Observations();
            var innerInterpreter = new BodyInterpreter(facts, innerResult, nested, innerObserved);
            innerInterpreter.Run(inner.Graph(), [.. inner.Entries.Select(entry => EntryState.Add(facts, inner.Symbol, entry))]);
            innerObserved.Report(facts, innerResult, innerInterpreter._thrown);
            result.Nested.Add(innerResult);
        }

        return result;
    }

    private void Run(ControlFlowGraph graph, IReadOnlyList<PathState> entries)
    {
        _graph = graph;
        _nested.AddLocalFunctions(graph);
        if (_result.Body is IMethodSymbol method && EntryState.SynchronizedOn(method) is { } monitor && graph.OriginalOperation is { } whole)
        {
            RecordAcquisition(monitor, LockPrimitive.Monitor, LockGraph.Core.LockMode.Write, LockGraph.Core.AcquisitionKind.Blocking, whole, PathState.Empty);
        }

        foreach (PathState entry in entries)
        {
            Enqueue(graph.Blocks[0], null, entry);
        }

        while (_work.Count > 0)
        {
            Point point = _work.Dequeue();
            _block = graph.Blocks[point.Block];
            _after = point.After;
            Step(_seen[point]);
        }
    }

    private void Step(PathState state)
    {
        if (_block.Kind == BasicBlockKind.Exit)
        {
            _result.Exits.Add(LeaveStatements(state, null));
            return;
        }

        foreach (IOperation operation in _block.Operations)
        {
            state = LeaveStatements(state, operation.Syntax);
            Visit(operation, ref state);
        }

        if (_block.BranchValue is { } value)
        {
            state = LeaveStatements(state, value.Syntax);
        }

        Value outcome = _block.BranchValue is { } branch ? Visit(branch, ref state) : Value.Unknown;
        if (_block.ConditionKind != ControlFlowConditionKind.None && _block.ConditionalSuccessor is { } conditional)
        {
            bool jumpsOn = _block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            if (Assume(state, outcome, jumpsOn) is { } taken)
            {
                Follow(conditional, taken, outcome);
            }

            if (Assume(state, outcome, !jumpsOn) is { } passed)
            {
                Follow(_block.FallThroughSuccessor!, passed, outcome);
            }
        }
        else if (_block.FallThroughSuccessor is { } next)
        {
            Follow(next, state, outcome);
        }
    }

    private void Follow(ControlFlowBranch branch, PathState state, Value outcome)
    {
        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Return:
                if (_block.BranchValue is { } returned)
                {
                    CheckReturned(returned, outcome);
                }

                Leave(branch.FinallyRegions, branch.Destination!, state with { Returned = _block.BranchValue is null ? null : outcome });
                break;
            case ControlFlowBranchSemantics.Regular:
                Leave(branch.FinallyRegions, branch.Destination!, state);
                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling:
                Resume(state);
                break;
            case ControlFlowBranchSemantics.Throw:
                // A throw that is written down is a way out like a return.
                Throw(state with { Returned = Value.Unknown }, _block.BranchValue, _block.EnclosingRegion, _after);
                break;
            case ControlFlowBranchSemantics.Rethrow:
                Throw(state, null, _block.EnclosingRegion, _after);
                break;
        }
    }

    private void CheckReturned(IOperation returned, Value outcome)
    {
        if (_result.Body is IMethodSymbol method && _facts.Contracts.Of(method).Returns is { Place: { } promised } told && outcome is PlaceValue { Place: var place }
            && !place.Equals(promised) && _facts.IsNamed(place))
        {
            _result.Findings.Add(new Finding(
                RuleIds.BrokenContract, returned.Syntax.GetLocation(), [SymbolNames.Short(method), "return '" + told.Path + "'", "returns '" + place + "'"]));
        }
    }

    private void Leave(ImmutableArray<ControlFlowRegion> finallyRegions, BasicBlock destination, PathState state) =>
        Leave(finallyRegions, destination, state, _after);

    private void Leave(IReadOnlyList<ControlFlowRegion> finallyRegions, BasicBlock destination, PathState state, Continuation? outer)
    {
        if (finallyRegions.Count == 0)
        {
            Enqueue(destination, outer, state);
            return;
        }

        ControlFlowRegion first = finallyRegions[0];
        Enqueue(_graph.Blocks[first.FirstBlockOrdinal], new Continuation(first, [.. finallyRegions.Skip(1)], destination, null, outer), state);
    }

    private void Resume(PathState state)
    {
        if (_after is not { } after)
        {
            return;
        }

        if (after.Next is { } next)
        {
            Leave(after.Remaining, next, state, after.Outer);
        }
        else
        {
            Throw(state, after.Thrower, after.Region.EnclosingRegion!.EnclosingRegion!, after.Outer);
        }
    }

    /// <summary>Takes a path to the handlers around a region, or out of the body.</summary>
    private void Throw(PathState state, IOperation? thrower, ControlFlowRegion from, Continuation? after)
    {
        // The root of a lambda's graph lies in a region of the graph around it: exceptions do not go there.
        for (ControlFlowRegion? region = from; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Finally && after is not null && ReferenceEquals(after.Region, region))
            {
                after = after.Outer;
            }

            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } around)
            {
                continue;
            }

            if (around.Kind == ControlFlowRegionKind.TryAndFinally)
            {
                ControlFlowRegion handler = around.NestedRegions[around.NestedRegions.Length - 1];
                Enqueue(_graph.Blocks[handler.FirstBlockOrdinal], new Continuation(handler, [], null, thrower, after), state);
                return;
            }

            if (around.Kind == ControlFlowRegionKind.TryAndCatch && Catch(around, state, after))
            {
                return;
            }
        }

        _thrown.Add((state, thrower));
    }

    /// <summary>True when one of the handlers catches whatever it is.</summary>
    private bool Catch(ControlFlowRegion around, PathState state, Continuation? after)
    {
        bool all = false;
        for (int i = 1; i < around.NestedRegions.Length; i++)
        {
            ControlFlowRegion handler = around.NestedRegions[i];
            bool filtered = handler.Kind == ControlFlowRegionKind.FilterAndHandler;
            ControlFlowRegion body = filtered ? handler.NestedRegions[handler.NestedRegions.Length - 1] : handler;
            Enqueue(_graph.Blocks[body.FirstBlockOrdinal], after, state);
            all |= !filtered && handler.ExceptionType is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace.Name: "System" };
        }

        return all;
    }

    /// <summary>Notes that an operation may throw before it has done anything. What a handler itself throws is not followed: few mean to survive that.</summary>
    private void MayThrow(in PathState state, IOperation operation)
    {
        if (!InHandler())
        {
            Throw(state, operation, _block.EnclosingRegion, _after);
        }
    }

    private void Enqueue(BasicBlock block, Continuation? after, PathState state)
    {
        (int, Continuation?) place = (block.Ordinal, after);
        _paths.TryGetValue(place, out int paths);
        var point = new Point(block.Ordinal, after, PathSignature.Of(state, withVariables: paths < _pathsPerPoint));
        if (_seen.TryGetValue(point, out PathState? known))
        {
            PathState joined = known.Join(state);
            if (ReferenceEquals(joined, known))
            {
                return;
            }

            _seen[point] = joined;
        }
        else
        {
            _paths[place] = paths + 1;
            _seen.Add(point, state);
        }

        _work.Enqueue(point);
    }

    private readonly record struct Point(int Block, Continuation? After, PathSignature Signature);
}
