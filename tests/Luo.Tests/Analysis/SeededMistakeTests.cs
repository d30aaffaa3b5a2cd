using Microsoft.CodeAnalysis;
using Xunit;

namespace Luo.Tests.Analysis;

/// <summary>Each mistake that the hierarchy of the sample forbids, made in its real source, is found at its line.</summary>
public sealed class SeededMistakeTests
{
    private const string _session = "Kernel/LuoSession.cs";
    private const string _header = "Kernel/LuoSessionHeader.cs";

    [Fact]
    public async Task SampleItself_IsClean()
    {
        IReadOnlyList<Diagnostic> found = await LuoSources.AnalyzeAsync();
        Assert.DoesNotContain(found, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Info);
    }

    [Fact]
    public Task HeaderRwsemUnderSessionMutex_IsAgainstTheOrder() => FindsAsync(
        "LG1001",
        _session,
        """
                using (session.Mutex.EnterScope())
                {
                    session.Files.UnpreserveAll();
                }

                Outgoing.Remove(session);
        """,
        """
                using (session.Mutex.EnterScope())
                {
                    session.Files.UnpreserveAll();
                    Outgoing.Remove(session); // guilty
                }
        """);

    [Fact]
    public Task MutexBeforeTheFreezer_IsAgainstTheOrder() => FindsAsync(
        "LG1001",
        _session,
        """
                SerializeRwsem.EnterReadLock();
                try
                {
                    return Perform(session, request);
                }
        """,
        """
                using var early = session.Mutex.EnterScope();
                SerializeRwsem.EnterReadLock(); // guilty
                try
                {
                    return Perform(session, request);
                }
        """);

    [Theory]
    [InlineData("LG1003")]
    [InlineData("LG1005")]
    public Task TakeAllLoop_IsFound(string rule) => FindsAsync(
        rule,
        _session,
        """
                    using (session.Mutex.EnterScope())
                    {
                        error = session.Files.Freeze(out files);
                    }
        """,
        """
                    session.Mutex.Enter(); // guilty
                    error = session.Files.Freeze(out files);
        """);

    [Fact]
    public Task ErrorPathWithoutRelease_IsALeak() => FindsAsync(
        "LG2004",
        _session,
        """
                Outgoing.Rwsem.EnterWriteLock();
                try
                {
                    return WriteOutgoing();
                }
                finally
                {
                    Outgoing.Rwsem.ExitWriteLock();
                }
        """,
        """
                Outgoing.Rwsem.EnterWriteLock(); // guilty
                int error = WriteOutgoing();
                if (error < 0)
                {
                    return error;
                }

                Outgoing.Rwsem.ExitWriteLock();
                return 0;
        """);

    [Fact]
    public Task GuardedListWithoutItsRwsem_IsFound() => FindsAsync(
        "LG2001",
        _header,
        "    /// <summary>The flag of the reboot-gate design,",
        """
            public void Clear() => _list.Clear(); // guilty

            /// <summary>The flag of the reboot-gate design,
        """);

    [Fact]
    public Task CallbackUnderTheMutex_IsUnknownCode() => FindsAsync(
        "LG3003",
        _session,
        """
                    session.Files.UnpreserveAll();
                }

                Outgoing.Remove(session);
        """,
        """
                    session.Files.UnpreserveAll();
                    Released?.Invoke(session); // guilty
                }

                Outgoing.Remove(session);
        """,
        "    protected int ReleaseOutgoing(LuoSession session)",
        """
            public Action<LuoSession>? Released { get; set; }

            protected int ReleaseOutgoing(LuoSession session)
        """);

    [Fact]
    public Task AwaitUnderTheMutex_IsFound() => FindsAsync(
        "LG3001",
        _session,
        "    protected int ReleaseOutgoing(LuoSession session)",
        """
            public static async Task TouchAsync(LuoSession session)
            {
                session.Mutex.Enter();
                try
                {
                    await Task.Yield(); // guilty
                    session.Touch();
                }
                finally
                {
                    session.Mutex.Exit();
                }
            }

            protected int ReleaseOutgoing(LuoSession session)
        """);

    private static async Task FindsAsync(string rule, string file, string before, string after, string also = "", string instead = "")
    {
        (string, string)[] changes = also.Length == 0 ? [(before, after)] : [(before, after), (also, instead)];
        IReadOnlyList<Diagnostic> found = await LuoSources.AnalyzeAsync(file, changes);
        Assert.Contains(found, diagnostic => diagnostic.Id == rule && LineOf(diagnostic).Contains("// guilty", StringComparison.Ordinal));
    }

    private static string LineOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString() : "";
}
