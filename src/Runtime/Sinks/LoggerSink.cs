using LockGraph.Core;
using Microsoft.Extensions.Logging;

namespace LockGraph;

/// <summary>Writes each violation to an <see cref="ILogger"/>: warnings as warnings, the rest as information, the full report as message.</summary>
public sealed partial class LoggerSink : IViolationSink
{
    private readonly ILogger _logger;

    /// <summary>Wraps a logger.</summary>
    public LoggerSink(ILogger logger) => _logger = logger ?? throw new ArgumentNullException(nameof(logger));

    /// <inheritdoc/>
    public void Report(Violation violation)
    {
        LogLevel level = violation.Severity == ViolationSeverity.Warning ? LogLevel.Warning : LogLevel.Information;
        if (_logger.IsEnabled(level))
        {
            string report = ViolationText.Report(violation);
            LogViolation(level, violation.RuleId, violation.Id, report);
        }
    }

    [LoggerMessage(EventId = 1, EventName = "LockOrderViolation", Message = "{RuleId} {ViolationId} {Report}", SkipEnabledCheck = true)]
    private partial void LogViolation(LogLevel level, string ruleId, string violationId, string report);
}
