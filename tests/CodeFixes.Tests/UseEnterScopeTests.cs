using LockGraph.CodeFixes.Tests.Support;

namespace LockGraph.CodeFixes.Tests;

public class UseEnterScopeTests
{
    [Fact]
    public Task LockStatement_BecomesUsing() => FixTest<UseEnterScopeCodeFixProvider>.Repairs(
        """
        public sealed class Bank
        {
            private readonly LockGraph.TrackedLock _gate = new();
            private int _n;
            private int _m;

            public void Other()
            {
                using (_gate.EnterScope())
                {
                    _m--;
                }
            }


            public void Add()
            {
                lock ({|LG3007:_gate|}) // Short.
                {
                    _n++;
                }
            }
        }
        """,
        """
        public sealed class Bank
        {
            private readonly LockGraph.TrackedLock _gate = new();
            private int _n;
            private int _m;

            public void Other()
            {
                using (_gate.EnterScope())
                {
                    _m--;
                }
            }


            public void Add()
            {
                using (_gate.EnterScope()) // Short.
                {
                    _n++;
                }
            }
        }
        """);

    [Fact]
    public Task SeveralStatements_AreTurnedAtOnce() => FixTest<UseEnterScopeCodeFixProvider>.Repairs(
        """
        public sealed class Bank
        {
            private readonly LockGraph.TrackedLock _gate = new();
            private int _n;
            private int _m;

            public void Other()
            {
                using (_gate.EnterScope())
                {
                    _m--;
                }
            }


            public void Add()
            {
                lock ({|LG3007:_gate|}) // Short.
                {
                    _n++;
                }
            }

            public void Put()
            {
                lock ({|LG3007:this._gate|}) // Short.
                {
                    _n++;
                }
            }
        }
        """,
        """
        public sealed class Bank
        {
            private readonly LockGraph.TrackedLock _gate = new();
            private int _n;
            private int _m;

            public void Other()
            {
                using (_gate.EnterScope())
                {
                    _m--;
                }
            }


            public void Add()
            {
                using (_gate.EnterScope()) // Short.
                {
                    _n++;
                }
            }

            public void Put()
            {
                using (this._gate.EnterScope()) // Short.
                {
                    _n++;
                }
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task StatementAroundYield_IsLeftAlone() => FixTest<UseEnterScopeCodeFixProvider>.LeavesAlone(
        """
        public sealed class Bank
        {
            private readonly LockGraph.TrackedLock _gate = new();
            private int _n;
            private int _m;

            public void Other()
            {
                using (_gate.EnterScope())
                {
                    _m--;
                }
            }


            public IEnumerable<int> All()
            {
                lock ({|LG3007:_gate|})
                {
                    yield return _n;
                }
            }
        }
        """);
}
