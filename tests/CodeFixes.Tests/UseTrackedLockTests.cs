using LockGraph.CodeFixes.Tests.Support;

namespace LockGraph.CodeFixes.Tests;

public class UseTrackedLockTests
{
    [Fact]
    public Task ObjectWithACondition_BecomesTrackedMonitor() => RefactoringTest<UseTrackedLockCodeRefactoringProvider>.Turns(
        """
        public sealed class Gauge
        {
            private readonly object $$_gate = new object();
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
        """,
        """
        public sealed class Gauge
        {
            private readonly LockGraph.TrackedMonitor _gate = new LockGraph.TrackedMonitor();
            private int _n;

            public void Add()
            {
                using (_gate.EnterScope())
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

            public void Await()
            {
                using (_gate.EnterScope())
                {
                    _gate.Wait();
                }
            }
        }
        """);

    [Fact]
    public Task Lock_BecomesTrackedLock() => RefactoringTest<UseTrackedLockCodeRefactoringProvider>.Turns(
        """
        public sealed class Gauge
        {
            private readonly Lock $$_gate = new();
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
        """,
        """
        public sealed class Gauge
        {
            private readonly LockGraph.TrackedLock _gate = new();
            private int _n;

            public void Add()
            {
                using (_gate.EnterScope())
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
    public Task ObjectThatIsHandedOut_IsLeftAlone() => RefactoringTest<UseTrackedLockCodeRefactoringProvider>.IsNotOffered(
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
