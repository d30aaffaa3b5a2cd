using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LockGraph.Analyzer.Tests.Cases;

/// <summary>Files are analyzed side by side: who asks while another thread is finding the answer gets the same one.</summary>
public class ParallelAnswersTests
{
    private const int _rounds = 60;

    private const string _code = """
        public class Office
        {
            private readonly object _gate = new();
            private readonly Worker _worker;

            public Office() => _worker = new Worker(Gate);

            protected object Gate => Inner;

            private object Inner => _gate;
        }

        public sealed class Worker(object gate)
        {
            private readonly Clerk _clerk = new(gate);
        }

        public sealed class Clerk
        {
            private readonly object _lock;

            public Clerk(object gate) => _lock = gate;
        }

        public sealed class Left
        {
            public readonly object Gate;

            public Left(object gate) => Gate = gate;

            public Right Other() => new(Gate);
        }

        public sealed class Right
        {
            public readonly object Gate;

            public Right(object gate) => Gate = gate;

            public Left Other() => new(Gate);
        }

        public sealed class Beside
        {
            private readonly object _gate;

            public Beside(object gate) => _gate = gate;

            public static Beside Of(Left left) => new(left.Gate);
        }
        """;

    [Fact]
    public async Task ReturnedPlace_IsTheSameForWhoeverAsks()
    {
        for (int round = 0; round < _rounds; round++)
        {
            (CompilationFacts facts, CSharpCompilation compilation) = Fresh();
            IReadOnlyList<string?> answers = await AskAtOnce(() => facts.ReturnedPlaces.Of(Member(compilation, "Office.Gate"))?.ToString());
            Assert.All(answers, answer => Assert.Equal("_gate", answer));
        }
    }

    [Fact]
    public async Task OriginOfALock_IsTheSameForWhoeverAsks()
    {
        for (int round = 0; round < _rounds; round++)
        {
            (CompilationFacts facts, CSharpCompilation compilation) = Fresh();
            IReadOnlyList<string?> answers = await AskAtOnce(() => Origin(facts, compilation, "Clerk._lock"));
            Assert.All(answers, answer => Assert.Equal("Office._gate", answer));
        }
    }

    /// <summary>Locks that are handed round in a ring have no origin, and where the ring is entered first makes no difference.</summary>
    [Fact]
    public void OriginInARing_IsTheSameInAnyOrder()
    {
        string[] members = ["Left.Gate", "Right.Gate", "Beside._gate"];
        foreach (string first in members)
        {
            (CompilationFacts facts, CSharpCompilation compilation) = Fresh();
            Origin(facts, compilation, first);
            Assert.All(members, member => Assert.Null(Origin(facts, compilation, member)));
        }
    }

    private static (CompilationFacts Facts, CSharpCompilation Compilation) Fresh()
    {
        CSharpCompilation compilation = CaseCompilation.OfFixture(_code, "case.cs", againstProduct: false);
        return (new CompilationFacts([compilation], AnalyzerSettings.Read(new CaseOptions(ImmutableDictionary<string, string>.Empty), compilation)), compilation);
    }

    private static string? Origin(CompilationFacts facts, CSharpCompilation compilation, string member) =>
        facts.HandedLocks.OriginOf(Member(compilation, member)) is { } origin ? SymbolNames.Of(origin) : null;

    private static ISymbol Member(CSharpCompilation compilation, string name) =>
        compilation.GetTypeByMetadataName(name.Split('.')[0])!.GetMembers(name.Split('.')[1]).Single();

    private static async Task<IReadOnlyList<string?>> AskAtOnce(Func<string?> ask)
    {
        using var start = new Barrier(4);
        return await Task.WhenAll(Enumerable.Range(0, start.ParticipantCount).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return ask();
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }
}
