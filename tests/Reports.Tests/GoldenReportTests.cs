using System.Text;
using LockGraph.Core;

namespace LockGraph.Reports.Tests;

/// <summary>Text and JSON of the same violations, held to files that people have read.</summary>
public sealed class GoldenReportTests
{
    [Fact]
    public void Inversion_ReadsAsApproved() => Approve("inversion", new Story()
        .Nest("teller", "Transfer.cs", 20, "Bank.Account._gate", "Bank.Audit._log")
        .Nest("auditor", "Audit.cs", 51, "Bank.Audit._log", "Bank.Account._gate").Violations);

    [Fact]
    public void CycleOfThree_ReadsAsApproved() => Approve("cycle", new Story()
        .Nest("Alice", "Philosopher.cs", 10, "Fork.A", "Fork.B")
        .Nest("Bob", "Philosopher.cs", 20, "Fork.B", "Fork.C")
        .Nest("Carol", "Philosopher.cs", 30, "Fork.C", "Fork.A").Violations);

    [Fact]
    public void GuardedThenRealInversion_ReadsAsApproved() => Approve("guarded", new Story()
        .Nest("teller", "Transfer.cs", 19, "Bank.Vault", "Bank.Account._gate", "Bank.Audit._log")
        .Nest("auditor", "Audit.cs", 50, "Bank.Vault", "Bank.Audit._log", "Bank.Account._gate")
        .Nest("auditor", "Audit.cs", 80, "Bank.Audit._log", "Bank.Account._gate").Violations);

    [Fact]
    public void Recursion_ReadsAsApproved() =>
        Approve("recursion", new Story().Nest("worker", "Queue.cs", 7, "Queue._items", "Queue._items").Violations);

    [Fact]
    public void LiveDeadlock_ReadsAsApproved()
    {
        Acquisition account = new(new LockClass("Bank.Account._gate"), 1) { Site = new AcquisitionSite("Transfer.cs", 20) };
        Acquisition log = new(new LockClass("Bank.Audit._log"), 2) { Site = new AcquisitionSite("Audit.cs", 51) };
        Acquisition wantsLog = new(log.Class, 2) { Site = new AcquisitionSite("Transfer.cs", 21) };
        Acquisition wantsAccount = new(account.Class, 1) { Site = new AcquisitionSite("Audit.cs", 52) };
        var teller = new LockWait("teller", wantsLog, [new HeldLock(account)])
        {
            Stack = new CapturedStack(["Bank.Transfer.Run (Transfer.cs:21)", "Bank.Program.Main (Program.cs:5)"]),
        };
        var auditor = new LockWait("auditor", wantsAccount, [new HeldLock(log)])
        {
            Stack = new CapturedStack(["Bank.Audit.Flush (Audit.cs:52)", "Bank.Program.Main (Program.cs:6)"]),
        };
        Approve("live-deadlock", [new Violation(ViolationKind.LiveDeadlock, "auditor", wantsAccount, auditor.Held) { Waits = [auditor, teller] }]);
    }

    [Fact]
    public void NoViolation_IsAnEmptyList()
    {
        using var output = new MemoryStream();
        ViolationJson.Write([], output);
        Assert.Equal("{\n  \"violations\": []\n}\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void SameStoryTwice_SameBytes()
    {
        static IReadOnlyList<Violation> Tell() => new Story().Nest("a", "A.cs", 1, "X", "Y").Nest("b", "B.cs", 1, "Y", "X").Violations;
        Assert.Equal(Text(Tell()), Text(Tell()));
        Assert.Equal(Json(Tell()), Json(Tell()));
    }

    private static void Approve(string name, IReadOnlyList<Violation> violations)
    {
        Assert.NotEmpty(violations);
        GoldenFile.Match(new Dictionary<string, string> { [name + ".txt"] = Text(violations), [name + ".json"] = Json(violations) });
    }

    private static string Text(IEnumerable<Violation> violations) => string.Join('\n', violations.Select(ViolationText.Report));

    private static string Json(IEnumerable<Violation> violations)
    {
        using var output = new MemoryStream();
        ViolationJson.Write(violations, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
