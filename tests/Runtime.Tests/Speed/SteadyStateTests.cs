using System.Collections;
using System.Reflection;

namespace LockGraph.Runtime.Tests.Speed;

/// <summary>An acquisition that was seen before allocates nothing and writes nothing that another thread reads.</summary>
public class SteadyStateTests
{
    public static TheoryData<string> Pairs => [.. PairsOf().Select(pair => pair.Name)];

    public static TheoryData<string> Tries => [.. TriesOf().Select(pair => pair.Name)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Pair_AllocatesNothing(string name) => AssertFree(PairsOf, name);

    [Theory]
    [MemberData(nameof(Tries))]
    public void Try_AllocatesNothing(string name) => AssertFree(TriesOf, name);

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public void NestedLocks_AllocateNothing(int depth) => AssertFree(() => [("nested", Nested(depth))], "nested");

    [Fact]
    public void HolderTakingItsLockAgain_AllocatesNothing() => AssertFree(() => [("reentry", Reentry())], "reentry");

    [Fact]
    public void ManyInstancesUnderOneOuterLock_AllocateNothing() => AssertFree(() => [("fan", Fan())], "fan");

    [Fact]
    public void TwoThreadsOnTheirOwnInstances_LeaveTheSharedStateAlone()
    {
        LockOrderValidator validator = Validator();
        using (validator.MakeCurrent())
        {
            Action[] loads = [Nested(3), Nested(3)];
            ScriptedThread[] threads = [new("one"), new("two")];
            Load(20);
            string before = State();
            Load(1000);
            Assert.Equal(before, State());
            Array.ForEach(threads, thread => thread.Dispose());

            string State() => SharedState(validator) + " " + Counts(validator);

            void Load(int times)
            {
                Task<Exception?>[] running = [.. threads.Select((thread, i) => thread.Begin(() =>
                {
                    for (int time = 0; time < times; time++)
                    {
                        loads[i]();
                    }
                }))];
                Array.ForEach(running, ScriptedThread.Finish);
            }
        }
    }

    private static Action Reentry()
    {
        var monitor = new TrackedMonitor("reentry");
        return () =>
        {
            monitor.Enter();
            monitor.Enter();
            monitor.Exit();
            monitor.Exit();
        };
    }

    private static void AssertFree(Func<IEnumerable<(string Name, Action Pair)>> pairs, string name)
    {
        LockOrderValidator validator = Validator();
        using (validator.MakeCurrent())
        {
            Action pair = pairs().Single(candidate => candidate.Name == name).Pair;
            for (int i = 0; i < 200; i++)
            {
                pair();
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 1000; i++)
            {
                pair();
            }

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Empty(validator.Violations);
        }
    }

    // Judged by what a real program has switched on.
    private static LockOrderValidator Validator() => new(new ValidatorSettings { Mode = LockGraphMode.Assert, DeclaredOrder = DeclaredOrder.Empty });

    private static IEnumerable<(string Name, Action Pair)> PairsOf()
    {
#if TRACKED_LOCK
        var gate = new TrackedLock("lock");
        yield return ("Lock.Enter", () =>
        {
            gate.Enter();
            gate.Exit();
        }
        );
        yield return ("Lock.EnterScope", () =>
        {
            using (gate.EnterScope())
            {
            }
        }
        );
#endif
        var monitor = new TrackedMonitor("monitor");
        yield return ("Monitor.Enter", () =>
        {
            monitor.Enter();
            monitor.Exit();
        }
        );
        yield return ("Monitor.EnterScope", () =>
        {
            using (monitor.EnterScope())
            {
            }
        }
        );
        var slim = new TrackedReaderWriterLock("slim");
        yield return ("ReadLock", () =>
        {
            slim.EnterReadLock();
            slim.ExitReadLock();
        }
        );
        yield return ("WriteLock", () =>
        {
            slim.EnterWriteLock();
            slim.ExitWriteLock();
        }
        );
        yield return ("UpgradeableReadLock", () =>
        {
            slim.EnterUpgradeableReadLock();
            slim.ExitUpgradeableReadLock();
        }
        );
        var mutex = new TrackedMutex("mutex");
        yield return ("Mutex", () =>
        {
            mutex.WaitOne();
            mutex.ReleaseMutex();
        }
        );
        var spin = new TrackedSpinLock("spin");
        yield return ("SpinLock", () =>
        {
            bool taken = false;
            spin.Enter(ref taken);
            spin.Exit();
        }
        );
    }

    private static IEnumerable<(string Name, Action Pair)> TriesOf()
    {
#if TRACKED_LOCK
        var gate = new TrackedLock("lock");
        yield return ("Lock.TryEnter", () =>
        {
            gate.TryEnter();
            gate.Exit();
        }
        );
#endif
        var monitor = new TrackedMonitor("monitor");
        yield return ("Monitor.TryEnter", () =>
        {
            monitor.TryEnter();
            monitor.Exit();
        }
        );
        var slim = new TrackedReaderWriterLock("slim");
        yield return ("TryEnterWriteLock", () =>
        {
            slim.TryEnterWriteLock(0);
            slim.ExitWriteLock();
        }
        );
        var spin = new TrackedSpinLock("spin");
        yield return ("SpinLock.TryEnter", () =>
        {
            bool taken = false;
            spin.TryEnter(ref taken);
            spin.Exit();
        }
        );
    }

    private static Action Nested(int depth)
    {
        TrackedMonitor[] locks = [.. Enumerable.Range(0, depth).Select(i => new TrackedMonitor("level " + i))];
        return () =>
        {
            for (int i = 0; i < locks.Length; i++)
            {
                locks[i].Enter();
            }

            for (int i = locks.Length - 1; i >= 0; i--)
            {
                locks[i].Exit();
            }
        };
    }

    private static Action Fan()
    {
        var outer = new TrackedMonitor("outer");
        TrackedMonitor[] inner = [.. Enumerable.Range(0, 16).Select(_ => new TrackedMonitor("inner"))];
        return () =>
        {
            outer.Enter();
            foreach (TrackedMonitor gate in inner)
            {
                gate.Enter();
                gate.Exit();
            }

            outer.Exit();
        };
    }

    // Whatever the validator keeps in collections, by size: chains, gates, stacks, flows.
    private static string SharedState(LockOrderValidator validator)
    {
        IEnumerable<string> sizes = typeof(LockOrderValidator).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Select(field => (field.Name, Value: field.GetValue(validator)))
            .Where(field => field.Value is ICollection)
            .Select(field => field.Name + "=" + ((ICollection)field.Value!).Count);
        string state = string.Join(' ', sizes.Order());
        Assert.Contains("_validated=", state, StringComparison.Ordinal);
        return state;
    }

    private static string Counts(LockOrderValidator validator) =>
        string.Join(' ', validator.TakeSnapshot().Edges.Select(edge => $"{edge.Outer} > {edge.Inner}: {edge.Count}"));
}
