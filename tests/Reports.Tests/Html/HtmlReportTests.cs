using System.Text;
using System.Text.RegularExpressions;
using LockGraph.Core;
using LockGraph.Reports.Tests.Snapshots;

namespace LockGraph.Reports.Tests.Html;

/// <summary>The page as bytes: the same every time, needing nothing, hiding nothing.</summary>
public sealed partial class HtmlReportTests
{
    [Fact]
    public void SameSnapshot_SameBytes() => Assert.Equal(Page(Programs.Bank()), Page(Programs.Bank()));

    [Fact]
    public void Page_NamesNothingOutsideItself()
    {
        string page = Page(Programs.Bank());
        Assert.Empty(Outside().Matches(page).Select(match => match.Value));
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', page);
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void TextOfASnapshot_CannotEndItsElement()
    {
        string page = Page(new Story("</title><b>").Nest("</script>", "A.cs", 1, "X</script>", "Y").Snapshot());
        Assert.Equal(2, ScriptEnd().Count(page));
        Assert.Contains("<title>Lock order: &lt;/title&gt;&lt;b&gt;</title>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void EmptySnapshot_IsAPageToo() => Assert.Contains("\"nodes\":[]", Page(new OrderSnapshot()), StringComparison.Ordinal);

    [Fact]
    public void EveryKind_HasAPageWithColumns()
    {
        foreach (ViolationKind kind in Enum.GetValues<ViolationKind>())
        {
            var held = new HeldLock(new Acquisition(new LockClass("App.A._a"), 1));
            Acquisition wanted = new(new LockClass("App.B._b"), 2);
            var witness = new EdgeWitness(held.Acquisition, wanted, "a");
            var violation = new Violation(kind, "a", wanted, [held])
            {
                Against = held,
                Cycle = kind is ViolationKind.Inversion or ViolationKind.Cycle or ViolationKind.Guarded
                    ? [new CycleEdge("App.A._a", "App.B._b", default, default, EdgeProvenance.Observed, witness), new CycleEdge("App.B._b", "App.A._a", default, default, EdgeProvenance.Declared, null)]
                    : [],
                Waits = kind == ViolationKind.LiveDeadlock ? [new LockWait("a", wanted, [held]), new LockWait("b", held.Acquisition, [])] : [],
            };
            Assert.Contains(violation.Id, Page(new OrderSnapshot { Violations = [violation] }), StringComparison.Ordinal);
            Assert.NotEmpty(FindingColumn.Of(violation));
        }
    }

    [Theory]
    [InlineData("Bank.Accounts.Account._gate", "Account._gate", "Bank.Accounts")]
    [InlineData("Account._gate", "Account._gate", "")]
    [InlineData("X", "X", "")]
    [InlineData("A.B.Pool<System.String,C.D>.Slot._x", "Slot._x", "A.B.Pool<System.String,C.D>")]
    [InlineData("A.Pool<B.C>._x#2", "Pool<B.C>._x#2", "A")]
    [InlineData("A.B.Make@File.cs:12", "B.Make@File.cs:12", "A")]
    [InlineData("A.AVeryLongNameOfAType.WithAnEvenLongerNameOfAMember", "AVeryLongNameOfAT…ngerNameOfAMember", "A")]
    public void Label_IsTypeAndMember(string name, string label, string ns)
    {
        Assert.Equal(ns, ClassLabel.NamespaceOf(name));
        Assert.Equal(label, ClassLabel.Of(name));
    }

    private static string Page(OrderSnapshot snapshot)
    {
        using var stream = new MemoryStream();
        HtmlReport.Write(snapshot, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // Whatever a browser would fetch.
    [GeneratedRegex("""https?://[^\s"']+|(?:src|href)\s*=\s*["'](?!#)[^"']*|@import[^;]*|url\((?!#)[^)]*\)""")]
    private static partial Regex Outside();

    [GeneratedRegex("</script>")]
    private static partial Regex ScriptEnd();
}
