using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LockGraph.Analyzer.Tests.Across;

/// <summary>The names of locks whose members a reference does not show: by what a summary says, and never by who asks first.</summary>
public class ReferencedSummariesTests
{
    private static readonly SummarizedLock _ofTheMember = new("F:Lib.Store._leg", "legs", 0, LockPrimitive.Monitor, true, false, null);

    private static readonly SummarizedLock _ofTheObject = new("", "Lib.Leg.this", 0, LockPrimitive.Monitor, true, false, null);

    private static readonly SummarizedLock _ofAnElement = new("", "legs", 0, LockPrimitive.Monitor, true, true, null);

    /// <summary>What an assembly says that was built when the library called the lock differently.</summary>
    private static readonly SummarizedLock _ofBefore = new("F:Lib.Store._leg", "Lib.Store._leg", 0, LockPrimitive.Monitor, true, false, null);

    public static IEnumerable<object[]> Orders => [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1]];

    [Theory]
    [MemberData(nameof(Orders))]
    public void LocksOfOneMember_HaveTheSameNamesInAnyOrder(params int[] order)
    {
        SummarizedLock[] locks = [_ofTheMember, _ofTheObject, _ofAnElement, _ofBefore];
        ReferencedSummaries summaries = Read();
        foreach (int index in order)
        {
            summaries.Name("Lib.Store._leg", locks[index]);
        }

        string[] names = [.. locks.Select(known => summaries.Name("Lib.Store._leg", known))];
        Assert.Equal(["Lib.Store._leg", "Lib.Store._leg as Lib.Leg.this", "Lib.Store._leg as legs", "Lib.Store._leg as Lib.Store._leg"], names);
        Assert.Equal(locks, names.Select(summaries.LockOf));
    }

    /// <summary>A name goes through any number of assemblies as it is, and people see the member.</summary>
    [Fact]
    public void Name_StaysAsItIs()
    {
        ReferencedSummaries summaries = Read();
        string name = summaries.Name("Lib.Store._leg", _ofTheObject);
        Assert.Equal(name, summaries.Name(name, _ofTheObject));
        Assert.Equal("Lib.Store._leg", Place.Named(null, name).ToString());
    }

    private static ReferencedSummaries Read()
    {
        CSharpCompilation library = CSharpCompilation.Create("Lib");
        CSharpCompilation user = CSharpCompilation.Create("User", references: [library.ToMetadataReference()]);
        return new ReferencedSummaries([user], [new Text(SummaryText.Write(new AssemblySummary("Lib", [_ofTheMember, _ofTheObject], [], [], [], [])))]);
    }

    private sealed class Text(string text) : AdditionalText
    {
        public override string Path => "Lib" + ReferencedSummaries.Extension;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
