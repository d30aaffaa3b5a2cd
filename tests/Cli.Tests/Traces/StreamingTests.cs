using System.Globalization;
using System.Text;
using LockGraph.Cli.Replay;
using LockGraph.Cli.Traces;

namespace LockGraph.Cli.Tests.Traces;

public sealed class StreamingTests
{
    // A tenth of what one object per event would cost at the least.
    private const long _bytesPerEvent = 3;

    [Fact]
    public void AMillionEvents_NeedTheMemoryOfTheirLocksOnly()
    {
        // Once small, so that what is compiled, cached and grown on first use is not counted.
        Replay(10_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long generated = Replay(1_000_000);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before - generated;
        Assert.True(allocated < 1_000_000 * _bytesPerEvent, FormattableString.Invariant($"{allocated} bytes were allocated"));
    }

    private static long Replay(int events)
    {
        var player = new TracePlayer();
        using var stream = new GeneratedTrace(events);
        JsonTraceReader.Read(stream, player);
        TraceResult result = Assert.Single(player.Results);
        Assert.Equal(("generated", "ok", (long)events), (result.Name, result.Verdict, result.Events));
        return stream.Allocated;
    }

    /// <summary>A trace that exists only while it is read: eight threads that take pairs of a hundred locks in one order.</summary>
    private sealed class GeneratedTrace(int events) : Stream
    {
        private byte[] _chunk = "[{\"events\":["u8.ToArray();
        private int _at;
        private int _next;
        private bool _isEnding;

        /// <summary>What making the trace cost; not the reader's.</summary>
        public long Allocated { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at == _chunk.Length && !_isEnding)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                _chunk = Encoding.UTF8.GetBytes(NextChunk());
                _at = 0;
                Allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            }

            int copied = Math.Min(count, _chunk.Length - _at);
            _chunk.AsSpan(_at, copied).CopyTo(buffer.AsSpan(offset, count));
            _at += copied;
            return copied;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private string NextChunk()
        {
            if (_next == events)
            {
                _isEnding = true;
                return "],\"name\":\"generated\"}]";
            }

            var text = new StringBuilder();
            for (int i = 0; i < 1000 && _next < events; i++, _next++)
            {
                int turn = _next / 4;
                bool isOuter = _next % 4 is 0 or 3;
                string name = "l" + (isOuter ? turn % 50 : 50 + (turn * 7 % 50)).ToString(CultureInfo.InvariantCulture);
                text.Append(_next == 0 ? "" : ",\n").Append("{\"t\":").Append(turn % 8).Append(",\"op\":\"").Append(_next % 4 < 2 ? "acquire" : "release");
                text.Append("\",\"lock\":\"").Append(name).Append("\",\"class\":\"").Append(name).Append("\",\"mode\":\"write\"}");
            }

            return text.ToString();
        }
    }
}
