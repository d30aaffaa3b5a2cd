using LockGraph.CodeFixes.Tests.Support;

namespace LockGraph.CodeFixes.Tests;

public class SwapAcquisitionsTests
{
    [Fact]
    public Task NestedLockStatements_ChangePlaces() => FixTest<SwapAcquisitionsCodeFixProvider>.Repairs(
        """
        using LockGraph;

        [assembly: LockOrder("Bank._a", "Bank._b")]

        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            public void Use()
            {
                // Both are needed.
                lock (_b)
                {
                    lock ({|LG1001:_a|})
                    {
                        _n++;
                    }
                }
            }
        }
        """,
        """
        using LockGraph;

        [assembly: LockOrder("Bank._a", "Bank._b")]

        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            public void Use()
            {
                // Both are needed.
                lock (_a)
                {
                    lock (_b)
                    {
                        _n++;
                    }
                }
            }
        }
        """);

    [Fact]
    public Task SeveralInOneFile_ChangePlacesAtOnce() => FixTest<SwapAcquisitionsCodeFixProvider>.Repairs(
        """
        using LockGraph;

        [assembly: LockOrder("Bank._a", "Bank._b")]

        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            public void Use()
            {
                // Both are needed.
                lock (_b)
                {
                    lock ({|LG1001:_a|})
                    {
                        _n++;
                    }
                }
            }

            public void Other()
            {
                // Both are needed.
                lock (_b)
                {
                    lock ({|LG1001:_a|})
                    {
                        _n++;
                    }
                }
            }
        }
        """,
        """
        using LockGraph;

        [assembly: LockOrder("Bank._a", "Bank._b")]

        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            public void Use()
            {
                // Both are needed.
                lock (_a)
                {
                    lock (_b)
                    {
                        _n++;
                    }
                }
            }

            public void Other()
            {
                // Both are needed.
                lock (_a)
                {
                    lock (_b)
                    {
                        _n++;
                    }
                }
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task StackedUsings_ChangePlaces() => FixTest<SwapAcquisitionsCodeFixProvider>.Repairs(
        """
        using LockGraph;

        [assembly: LockOrder("Bank._a", "Bank._b")]

        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            public void Use()
            {
                using (_b.EnterScope())
                using ({|LG1001:_a.EnterScope()|})
                {
                    _n++;
                }
            }
        }
        """,
        """
        using LockGraph;

        [assembly: LockOrder("Bank._a", "Bank._b")]

        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            public void Use()
            {
                using (_a.EnterScope())
                using (_b.EnterScope())
                {
                    _n++;
                }
            }
        }
        """);

    [Fact]
    public Task UsingDeclarations_ChangePlaces() => FixTest<SwapAcquisitionsCodeFixProvider>.Repairs(
        """
        using LockGraph;

        [assembly: LockOrder("Bank._a", "Bank._b")]

        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            public void Use()
            {
                using Lock.Scope outer = _b.EnterScope();
                using Lock.Scope inner = {|LG1001:_a.EnterScope()|};
                _n++;
            }
        }
        """,
        """
        using LockGraph;

        [assembly: LockOrder("Bank._a", "Bank._b")]

        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            public void Use()
            {
                using Lock.Scope inner = _a.EnterScope();
                using Lock.Scope outer = _b.EnterScope();
                _n++;
            }
        }
        """);

    [Fact]
    public Task NestedTries_ChangeAcquisitionsAndReleases() => FixTest<SwapAcquisitionsCodeFixProvider>.Repairs(
        """
        using LockGraph;

        [assembly: LockOrder("Bank._a", "Bank._b")]

        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            public void Use()
            {
                _b.Enter();
                try
                {
                    {|LG1001:_a.Enter()|};
                    try
                    {
                        _n++;
                    }
                    finally
                    {
                        _a.Exit();
                    }
                }
                finally
                {
                    _b.Exit();
                }
            }
        }
        """,
        """
        using LockGraph;

        [assembly: LockOrder("Bank._a", "Bank._b")]

        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            public void Use()
            {
                _a.Enter();
                try
                {
                    _b.Enter();
                    try
                    {
                        _n++;
                    }
                    finally
                    {
                        _b.Exit();
                    }
                }
                finally
                {
                    _a.Exit();
                }
            }
        }
        """);

    [Fact]
    public Task InversionOfTheProgram_IsRepairedOnOneSide() => FixTest<SwapAcquisitionsCodeFixProvider>.Repairs(
        """
        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            public void Left()
            {
                // Both are needed.
                lock (_a)
                {
                    lock (_b)
                    {
                        _n++;
                    }
                }
            }

            public void Right()
            {
                // Both are needed.
                lock (_b)
                {
                    lock ({|LG1002:_a|})
                    {
                        _n++;
                    }
                }
            }
        }
        """,
        """
        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            public void Left()
            {
                // Both are needed.
                lock (_a)
                {
                    lock (_b)
                    {
                        _n++;
                    }
                }
            }

            public void Right()
            {
                // Both are needed.
                lock (_a)
                {
                    lock (_b)
                    {
                        _n++;
                    }
                }
            }
        }
        """,
        all: false);

    [Fact]
    public Task SomethingBetween_IsLeftAlone() => FixTest<SwapAcquisitionsCodeFixProvider>.LeavesAlone(
        """
        using LockGraph;

        [assembly: LockOrder("Bank._a", "Bank._b")]

        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            public void Use()
            {
                lock (_b)
                {
                    _n++;
                    lock ({|LG1001:_a|})
                    {
                        _n++;
                    }
                }
            }
        }
        """);

    [Fact]
    public Task LockReadUnderTheOuterOne_IsLeftAlone() => FixTest<SwapAcquisitionsCodeFixProvider>.LeavesAlone(
        """
        using LockGraph;

        [assembly: LockOrder("Bank.Gate", "Bank._b")]

        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            public Bank? Other { get; set; }

            public object Gate { get; } = new();

            public void Use()
            {
                lock (_b)
                {
                    lock ({|LG1001:Other!.Gate|})
                    {
                        _n++;
                    }
                }
            }
        }
        """);

    [Fact]
    public Task NeighbourIsNotTheGuiltyOne_IsLeftAlone() => FixTest<SwapAcquisitionsCodeFixProvider>.LeavesAlone(
        """
        using LockGraph;

        [assembly: LockOrder("Bank._a", "Bank._b")]

        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            private readonly Lock _c = new();

            public void Use()
            {
                lock (_b)
                {
                    lock (_c)
                    {
                        lock ({|LG1001:_a|})
                        {
                            _n++;
                        }
                    }
                }
            }
        }
        """);
}
