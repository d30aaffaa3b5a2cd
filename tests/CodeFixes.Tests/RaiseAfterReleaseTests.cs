using LockGraph.CodeFixes.Tests.Support;

namespace LockGraph.CodeFixes.Tests;

public class RaiseAfterReleaseTests
{
    [Fact]
    public Task EventRaisedLast_IsCopiedAndRaisedOutside() => FixTest<RaiseAfterReleaseCodeFixProvider>.Repairs(
        """
        public sealed class Bank
        {
            private readonly Lock _gate = new();
            private int _n;

            public event EventHandler? Changed;

            public void Set(int value)
            {
                lock (_gate)
                {
                    _n = value;
                    Changed?{|LG3003:.Invoke(this, EventArgs.Empty)|};
                }
            }
        }
        """,
        """
        public sealed class Bank
        {
            private readonly Lock _gate = new();
            private int _n;

            public event EventHandler? Changed;

            public void Set(int value)
            {
                EventHandler? changed;
                lock (_gate)
                {
                    _n = value;
                    changed = Changed;
                }

                changed?.Invoke(this, EventArgs.Empty);
            }
        }
        """);

    [Fact]
    public Task SeveralEvents_AreRaisedOutsideAtOnce() => FixTest<RaiseAfterReleaseCodeFixProvider>.Repairs(
        """
        public sealed class Bank
        {
            private readonly Lock _gate = new();
            private int _n;

            public event EventHandler? Changed;

            public void Set(int value)
            {
                lock (_gate)
                {
                    _n = value;
                    Changed?{|LG3003:.Invoke(this, EventArgs.Empty)|};
                }
            }

            public void Put(int value)
            {
                lock (_gate)
                {
                    _n = value;
                    Changed?{|LG3003:.Invoke(this, EventArgs.Empty)|};
                }
            }
        }
        """,
        """
        public sealed class Bank
        {
            private readonly Lock _gate = new();
            private int _n;

            public event EventHandler? Changed;

            public void Set(int value)
            {
                EventHandler? changed;
                lock (_gate)
                {
                    _n = value;
                    changed = Changed;
                }

                changed?.Invoke(this, EventArgs.Empty);
            }

            public void Put(int value)
            {
                EventHandler? changed;
                lock (_gate)
                {
                    _n = value;
                    changed = Changed;
                }

                changed?.Invoke(this, EventArgs.Empty);
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task ArgumentReadUnderTheLock_IsCopiedToo() => FixTest<RaiseAfterReleaseCodeFixProvider>.Repairs(
        """
        public sealed class Bank
        {
            private readonly Lock _gate = new();
            private int _n;

            public event EventHandler? Changed;

            private readonly Action<int> _told = Console.WriteLine;

            public void Set(int value)
            {
                lock (_gate)
                {
                    _n = value;
                    {|LG3003:_told(_n)|};
                }
            }
        }
        """,
        """
        public sealed class Bank
        {
            private readonly Lock _gate = new();
            private int _n;

            public event EventHandler? Changed;

            private readonly Action<int> _told = Console.WriteLine;

            public void Set(int value)
            {
                Action<int> told;
                int n;
                lock (_gate)
                {
                    _n = value;
                    told = _told;
                    n = _n;
                }

                told(n);
            }
        }
        """);

    [Fact]
    public Task CallThatIsNotLast_IsLeftAlone() => FixTest<RaiseAfterReleaseCodeFixProvider>.LeavesAlone(
        """
        public sealed class Bank
        {
            private readonly Lock _gate = new();
            private int _n;

            public event EventHandler? Changed;

            public void Set(int value)
            {
                lock (_gate)
                {
                    Changed?{|LG3003:.Invoke(this, EventArgs.Empty)|};
                    _n = value;
                }
            }
        }
        """);

    [Fact]
    public Task ResultThatIsUsed_IsLeftAlone() => FixTest<RaiseAfterReleaseCodeFixProvider>.LeavesAlone(
        """
        public sealed class Bank
        {
            private readonly Lock _gate = new();
            private readonly Func<int> _make = Console.Read;

            public int Get()
            {
                lock (_gate)
                {
                    return {|LG3003:_make()|};
                }
            }
        }
        """);
}
