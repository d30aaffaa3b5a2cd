using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;

namespace LockGraph.Runtime.Tests.Sinks;

public class SinkTests
{
    [Fact]
    public void CollectingSink_HearsEachDistinctViolationOnceInOrder()
    {
        var sink = new CollectingSink();
        var validator = new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty, Sinks = [sink] });
        for (int i = 0; i < 2; i++)
        {
            TakeBothOrders(validator, "A", "B");
            TakeBothOrders(validator, "C", "D");
        }

        Assert.Equal(["A > B > A", "C > D > C"], sink.Violations.Select(violation => violation.Ring()));
        Assert.Equal(validator.Violations, sink.Violations);
    }

    [Fact]
    public void LoggerSink_WritesWarningsAsWarningsAndTheRestAsInformation()
    {
        var logger = new RecordingLogger(LogLevel.Information);
        var validator = new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty, Sinks = [new LoggerSink(logger)] });
        TakeBothOrders(validator, "A", "B", gate: "G");
        TakeBothOrders(validator, "C", "D");
        Assert.Equal([LogLevel.Information, LogLevel.Warning], logger.Entries.Select(entry => entry.Level));
        Assert.Contains(validator.Violations[1].Message, logger.Entries[1].Text, StringComparison.Ordinal);
        Assert.Contains(validator.Violations[1].Id, logger.Entries[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void LoggerThatIsOff_CostsNoText()
    {
        var logger = new RecordingLogger(LogLevel.None);
        var validator = new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty, Sinks = [new LoggerSink(logger)] });
        TakeBothOrders(validator, "A", "B");
        Assert.Empty(logger.Entries);
        Assert.Single(validator.Violations);
    }

    [Fact]
    public void EventSource_WritesIdRuleAndSentence()
    {
        using var listener = new RecordingListener();
        var validator = new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty });
        TakeBothOrders(validator, "events.A", "events.B", gate: "events.G");
        TakeBothOrders(validator, "events.C", "events.D");
        EventWrittenEventArgs[] written = [.. listener.Events.Where(written => (written.Payload![2] as string)!.Contains("events.", StringComparison.Ordinal))];
        Assert.Equal([EventLevel.Informational, EventLevel.Warning], written.Select(one => one.Level));
        Assert.Equal(validator.Violations.Select(violation => violation.Id), written.Select(one => one.Payload![0]));
        Assert.Equal(["LG1006", "LG1002"], written.Select(one => one.Payload![1]));
        Assert.Equal(validator.Violations.Select(violation => violation.Message), written.Select(one => one.Payload![2]));
    }

    [Fact]
    public void Meter_CountsViolationsByKindAndRule()
    {
        var counted = new List<(long Count, string? Kind, string? Rule)>();
        int here = Environment.CurrentManagedThreadId;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "LockGraph" && instrument.Name == "lockgraph.violations")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            if (Environment.CurrentManagedThreadId == here)
            {
                counted.Add((count, tags[0].Value as string, tags[1].Value as string));
            }
        });
        listener.Start();
        var validator = new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty });
        TakeBothOrders(validator, "A", "B");
        TakeBothOrders(validator, "A", "B");
        Assert.Equal([(1L, "Inversion", "LG1002")], counted);
    }

    [Fact]
    public void ModeAssert_RecordsEvenWhatIsSwallowedAndThrowsAfterEverySinkHeard()
    {
        var sink = new CollectingSink();
        var validator = new LockOrderValidator(new ValidatorSettings { Mode = LockGraphMode.Assert, DeclaredOrder = DeclaredOrder.Empty, Sinks = [sink] });
        Exception? swallowed = Record.Exception(() => TakeBothOrders(validator, "A", "B"));
        var thrown = Assert.IsType<LockOrderViolationException>(swallowed);
        Assert.Same(thrown.Violation, Assert.Single(validator.Violations));
        Assert.Same(thrown.Violation, Assert.Single(sink.Violations));
        Assert.Contains(thrown.Violation.Message, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_AreTheSameInEveryValidatorWhateverTheOrderOfFinding()
    {
        string[] forwards = Ids(["A", "B"], ["C", "D"]);
        string[] backwards = Ids(["D", "C"], ["B", "A"]);
        Assert.Equal(forwards.Order(), backwards.Order());
        Assert.Equal(2, forwards.Distinct().Count());

        static string[] Ids(params string[][] pairs)
        {
            var validator = new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty });
            foreach (string[] pair in pairs)
            {
                TakeBothOrders(validator, pair[0], pair[1]);
            }

            return [.. validator.Violations.Select(violation => violation.Id)];
        }
    }

    private static void TakeBothOrders(LockOrderValidator validator, string one, string other, string? gate = null)
    {
        LockInstance? outer = gate is null ? null : validator.CreateInstance(new LockClass(gate), gate);
        foreach (string[] order in new[] { new[] { one, other }, [other, one] })
        {
            ExecutionFlow flow = validator.OpenFlow(string.Join(' ', order));
            if (outer is not null)
            {
                validator.Acquire(flow, new AcquisitionRequest(outer));
            }

            foreach (string name in order)
            {
                validator.Acquire(flow, new AcquisitionRequest(validator.CreateInstance(new LockClass(name))));
            }
        }
    }

    private sealed class RecordingLogger(LogLevel least) : ILogger
    {
        public List<(LogLevel Level, string Text)> Entries { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Add((logLevel, formatter(state, exception)));
    }

    private sealed class RecordingListener : EventListener
    {
        private readonly int _thread = Environment.CurrentManagedThreadId;

        public List<EventWrittenEventArgs> Events { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "LockGraph")
            {
                EnableEvents(eventSource, EventLevel.Informational);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (Environment.CurrentManagedThreadId == _thread && eventData.Payload?.Count == 3)
            {
                Events.Add(eventData);
            }
        }
    }
}
