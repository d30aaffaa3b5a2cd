using LockGraph.CodeFixes.Tests.Support;

namespace LockGraph.CodeFixes.Tests;

public class TestTryResultTests
{
    [Fact]
    public Task IgnoredTryBeforeATry_IsTested() => FixTest<TestTryResultCodeFixProvider>.Repairs(
        """
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public void Sample()
            {
                {|LG2007:Monitor.TryEnter(_gate, 10)|};
                try
                {
                    _n++;
                }
                finally
                {
                    Monitor.Exit(_gate);
                }
            }
        }
        """,
        """
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public void Sample()
            {
                if (Monitor.TryEnter(_gate, 10))
                {
                    try
                    {
                        _n++;
                    }
                    finally
                    {
                        Monitor.Exit(_gate);
                    }
                }
            }
        }
        """);

    [Fact]
    public Task BlockThatReturns_IsLeftAlone() => FixTest<TestTryResultCodeFixProvider>.LeavesAlone(
        """
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public int Sample()
            {
                {|LG2007:Monitor.TryEnter(_gate, 10)|};
                try
                {
                    return _n++;
                }
                finally
                {
                    Monitor.Exit(_gate);
                }
            }
        }
        """);
}
