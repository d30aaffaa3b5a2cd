namespace LockGraph.Runtime.Tests.Models;

/// <summary>Threads that insert edges of one ring at once: a report in every interleaving.</summary>
/// <remarks>
/// One step is one call of the validator: what it adds, it adds under one hold of its gate. The calls themselves are made to overlap in
/// <see cref="JudgementsThatOverlap_StillReportTheRing"/>, where both threads stand between judgement and insertion at the same time.
/// </remarks>
public class AtomicInsertionTests
{
    [Fact]
    public void TwoThreadsInBothOrders_AreReportedInEveryInterleaving() => Exhaust(
        [["+A", "+B", "-B", "-A"], ["+B", "+A", "-A", "-B"]], schedules: 70, [ViolationKind.Inversion]);

    [Fact]
    public void TwoThreadsInBothOrdersReleasedOutOfOrder_AreReportedInEveryInterleaving() => Exhaust(
        [["+A", "+B", "-A", "-B"], ["+B", "+A", "-B", "-A"]], schedules: 70, [ViolationKind.Inversion]);

    [Fact]
    public void ThreeThreadsInARing_AreReportedInEveryInterleaving() => Exhaust(
        [["+A", "+B", "-B", "-A"], ["+B", "+C", "-C", "-B"], ["+C", "+A", "-A", "-C"]], schedules: 34650, [ViolationKind.Cycle]);

    [Fact]
    public void ThreeThreadsTwoOfThemOpposed_AreReportedInEveryInterleaving() => Exhaust(
        [["+A", "+B", "-B", "-A"], ["+B", "+A", "-A", "-B"], ["+A", "+B", "-B", "-A"]], schedules: 34650, [ViolationKind.Inversion]);

    [Fact]
    public void GateThatOneThreadLacks_IsAFullInversionInEveryInterleaving() => Exhaust(
        [["+G", "+A", "+B", "-B", "-A", "-G"], ["+B", "+A", "-A", "-B"]], schedules: 210, [ViolationKind.Inversion]);

    [Fact]
    public void GateThatBothHoldAndAThirdLacks_EndsAsAFullInversionInEveryInterleaving()
    {
        int guarded = 0;
        foreach (ViolationKind[] kinds in Play([["+G", "+A", "+B", "-G"], ["+G", "+B", "+A", "-G"], ["+A", "+B", "-B"]]))
        {
            Assert.Equal(ViolationKind.Inversion, kinds[^1]);
            guarded += kinds[0] == ViolationKind.Guarded ? 1 : 0;
        }

        Assert.True(guarded > 0);
    }

    [Fact]
    public void JudgementsThatOverlap_StillReportTheRing()
    {
        for (int round = 0; round < 50; round++)
        {
            var validator = new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty, CaptureStacks = false });
            using var meeting = new Barrier(2);
            using var one = new ScriptedThread("one");
            using var two = new ScriptedThread("two");

            // The comparison runs after the held locks were read and before the edges are added: there both threads meet.
            Task<Exception?> first = one.Begin(() => Cross(validator, "A", "B", meeting));
            Task<Exception?> second = two.Begin(() => Cross(validator, "B", "A", meeting));
            ScriptedThread.Finish(first);
            ScriptedThread.Finish(second);
            Assert.Equal([ViolationKind.Inversion], validator.Kinds());
            Assert.Equal(0, validator.OwnFaults);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void ThreadsReleasedAtOnce_ReportTheRingEachTime(int count)
    {
        string[] names = ["A", "B", "C"];
        LockOrderValidator? validator = null;
        TrackedMonitor[] locks = [];
        const int rounds = 200;
        using var start = new Barrier(count);
        using var prepared = new Barrier(count, _ =>
        {
            validator = new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty, CaptureStacks = false });
            using (validator.MakeCurrent())
            {
                // Two instances a class, so that nobody blocks: only the order is at stake.
                locks = [.. Enumerable.Range(0, 2 * count).Select(i => new TrackedMonitor(names[i % count]))];
            }
        });
        ScriptedThread[] threads = [.. Enumerable.Range(0, count).Select(i => new ScriptedThread("thread " + i))];
        Task<Exception?>[] lives = [.. threads.Select((thread, i) => thread.Begin(() =>
        {
            for (int round = 0; round < rounds; round++)
            {
                prepared.SignalAndWait();
                start.SignalAndWait();
                using (locks[i].EnterScope())
                using (locks[count + ((i + 1) % count)].EnterScope())
                {
                }

                start.SignalAndWait();
                if (i == 0)
                {
                    Assert.Equal([count == 2 ? ViolationKind.Inversion : ViolationKind.Cycle], validator!.Kinds());
                }
            }
        }))];
        Array.ForEach(lives, ScriptedThread.Finish);
        Array.ForEach(threads, thread => thread.Dispose());
    }

    private static void Exhaust(string[][] threads, int schedules, ViolationKind[] expected)
    {
        int played = 0;
        foreach (ViolationKind[] kinds in Play(threads))
        {
            Assert.Equal(expected, kinds);
            played++;
        }

        Assert.Equal(schedules, played);
    }

    // Locks of the same name are other instances: nobody blocks, so every interleaving can happen.
    private static IEnumerable<ViolationKind[]> Play(string[][] threads)
    {
        foreach (int[] schedule in Interleavings.Of([.. threads.Select(steps => steps.Length)]))
        {
            var validator = new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty, CaptureStacks = false });
            LockInstance gate = validator.CreateInstance(new LockClass("G"));
            ExecutionFlow[] flows = [.. threads.Select((_, thread) => validator.OpenFlow("flow " + thread))];
            Dictionary<string, LockInstance>[] locks = [.. threads.Select(steps => steps.Select(step => step[1..]).Distinct()
                .ToDictionary(name => name, name => name == "G" ? gate : validator.CreateInstance(new LockClass(name))))];
            int[] next = new int[threads.Length];
            bool possible = true;
            foreach (int thread in schedule)
            {
                string step = threads[thread][next[thread]++];
                LockInstance wanted = locks[thread][step[1..]];
                if (step[0] == '-')
                {
                    validator.Release(flows[thread], wanted);
                }
                else if (wanted == gate && flows.Any(flow => flow.ModeOf(gate) is not null))
                {
                    possible = false;
                    break;
                }
                else
                {
                    validator.Acquire(flows[thread], new AcquisitionRequest(wanted));
                }
            }

            if (possible)
            {
                yield return validator.Kinds();
            }
        }
    }

    private static void Cross(LockOrderValidator validator, string outer, string inner, Barrier meeting)
    {
        ExecutionFlow flow = validator.OpenFlow(outer);
        LockInstance tried = validator.CreateInstance(new LockClass(inner));
        tried.OrderKey = new MeetingKey(meeting);
        LockInstance wanted = validator.CreateInstance(new LockClass(inner));
        wanted.OrderKey = new MeetingKey(meeting);
        validator.Acquire(flow, new AcquisitionRequest(validator.CreateInstance(new LockClass(outer))));

        // A try adds no edge, so that the one under test is added by the acquisition whose keys are compared.
        validator.Acquire(flow, new AcquisitionRequest(tried, LockMode.Write, AcquisitionKind.Try));
        validator.Acquire(flow, new AcquisitionRequest(wanted));
    }

    private sealed class MeetingKey(Barrier meeting) : IComparable
    {
        public int CompareTo(object? obj)
        {
            meeting.SignalAndWait(Observations.Patience);
            return -1;
        }
    }
}
