using LockGraph.CodeFixes.Tests.Support;

namespace LockGraph.CodeFixes.Tests;

public class MakeLockReadonlyTests
{
    [Fact]
    public Task FurtherObject_IsNotMadeAnyMore() => FixTest<MakeLockReadonlyCodeFixProvider>.Repairs(
        """
        public sealed class Theme
        {
            private object _gate = new();
            private int _applied;

            public void Apply()
            {
                lock ({|LG3004:_gate|})
                {
                    _applied++;
                }
            }

            public void Reset()
            {
                _gate = new object();
            }
        }
        """,
        """
        public sealed class Theme
        {
            private readonly object _gate = new();
            private int _applied;

            public void Apply()
            {
                lock (_gate)
                {
                    _applied++;
                }
            }

            public void Reset()
            {
            }
        }
        """);

    [Fact]
    public Task FieldThatIsPassedOn_IsLeftAlone() => FixTest<MakeLockReadonlyCodeFixProvider>.LeavesAlone(
        """
        public sealed class Theme
        {
            private object _gate = new();
            private int _applied;

            public void Apply()
            {
                lock ({|LG3004:_gate|})
                {
                    _applied++;
                }
            }

            public object Reset() => _gate = new object();
        }
        """);

    [Fact]
    public Task FieldThatIsShared_IsLeftAlone() => FixTest<MakeLockReadonlyCodeFixProvider>.LeavesAlone(
        """
        public sealed class Theme
        {
            private object _gate = new();
            private int _applied;

            public void Apply()
            {
                lock ({|LG3004:_gate|})
                {
                    _applied++;
                }
            }

            public void Reset(object shared)
            {
                _gate = shared;
            }
        }
        """);

    [Fact]
    public Task MethodThatOnlyMakesAnObject_StaysAndDoesNothing() => FixTest<MakeLockReadonlyCodeFixProvider>.Repairs(
        """
        public sealed class Theme
        {
            private object _gate = new();
            private int _applied;

            public void Apply()
            {
                lock ({|LG3004:_gate|})
                {
                    _applied++;
                }
            }

            public void Reset() => _gate = new object();
        }
        """,
        """
        public sealed class Theme
        {
            private readonly object _gate = new();
            private int _applied;

            public void Apply()
            {
                lock (_gate)
                {
                    _applied++;
                }
            }

            public void Reset()
            {
            }
        }
        """);
}
