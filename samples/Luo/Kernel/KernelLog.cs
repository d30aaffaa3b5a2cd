using System.Collections.Concurrent;

namespace Luo.Kernel;

/// <summary>Warnings of one kernel. Thread-safe.</summary>
internal sealed class KernelLog
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public void Warn(string line) => _lines.Enqueue(line);
}
