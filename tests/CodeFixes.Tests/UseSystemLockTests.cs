using LockGraph.CodeFixes.Tests.Support;

namespace LockGraph.CodeFixes.Tests;

public class UseSystemLockTests
{
    [Fact]
    public Task ObjectThatIsOnlyLocked_BecomesLock() => RefactoringTest<UseSystemLockCodeRefactoringProvider>.Turns(
        """
        public sealed class Gauge
        {
            private readonly object $$_gate = new();
            private int _n;

            public void Add()
            {
                lock (_gate)
                {
                    _n++;
                }
            }

            public bool TryAdd()
            {
                if (!Monitor.TryEnter(_gate, 10))
                {
                    return false;
                }

                _n++;
                Monitor.Exit(_gate);
                return true;
            }
        }
        """,
        """
        public sealed class Gauge
        {
            private readonly Lock _gate = new();
            private int _n;

            public void Add()
            {
                lock (_gate)
                {
                    _n++;
                }
            }

            public bool TryAdd()
            {
                if (!_gate.TryEnter(10))
                {
                    return false;
                }

                _n++;
                _gate.Exit();
                return true;
            }
        }
        """);

    [Fact]
    public Task ObjectWithACondition_IsLeftAlone() => RefactoringTest<UseSystemLockCodeRefactoringProvider>.IsNotOffered(
        """
        public sealed class Gauge
        {
            private readonly object $$_gate = new();
            private int _n;

            public void Add()
            {
                lock (_gate)
                {
                    _n++;
                }
            }

            public bool TryAdd()
            {
                if (!Monitor.TryEnter(_gate, 10))
                {
                    return false;
                }

                _n++;
                Monitor.Exit(_gate);
                return true;
            }

            public void Await()
            {
                lock (_gate)
                {
                    Monitor.Wait(_gate);
                }
            }
        }
        """);

    [Fact]
    public Task ObjectThatIsHandedOut_IsLeftAlone() => RefactoringTest<UseSystemLockCodeRefactoringProvider>.IsNotOffered(
        """
        public sealed class Gauge
        {
            private readonly object $$_gate = new();
            private int _n;

            public void Add()
            {
                lock (_gate)
                {
                    _n++;
                }
            }

            public bool TryAdd()
            {
                if (!Monitor.TryEnter(_gate, 10))
                {
                    return false;
                }

                _n++;
                Monitor.Exit(_gate);
                return true;
            }

            public object Gate => _gate;
        }
        """);
}
