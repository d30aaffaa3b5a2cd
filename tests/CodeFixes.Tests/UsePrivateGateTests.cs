using LockGraph.CodeFixes.Tests.Support;

namespace LockGraph.CodeFixes.Tests;

public class UsePrivateGateTests
{
    [Fact]
    public Task EveryThisOfTheType_IsReplacedAtOnce() => FixTest<UsePrivateGateCodeFixProvider>.Repairs(
        """
        public sealed class Counter
        {
            private int _value;

            public int Next()
            {
                lock ({|LG3004:this|})
                {
                    return ++_value;
                }
            }

            public void Reset()
            {
                lock ({|LG3004:this|})
                {
                    _value = 0;
                }
            }
        }
        """,
        """
        public sealed class Counter
        {
            private readonly Lock _gate = new();
            private int _value;

            public int Next()
            {
                lock (_gate)
                {
                    return ++_value;
                }
            }

            public void Reset()
            {
                lock (_gate)
                {
                    _value = 0;
                }
            }
        }
        """);

    [Fact]
    public Task TypeObject_BecomesStaticGate() => FixTest<UsePrivateGateCodeFixProvider>.Repairs(
        """
        public sealed class Counter
        {
            private int _value;

            public int Next()
            {
                lock ({|LG3004:typeof(Counter)|})
                {
                    return ++_value;
                }
            }

            public void Reset()
            {
                lock ({|LG3004:typeof(Counter)|})
                {
                    _value = 0;
                }
            }
        }
        """,
        """
        public sealed class Counter
        {
            private static readonly Lock s_gate = new();
            private int _value;

            public int Next()
            {
                lock (s_gate)
                {
                    return ++_value;
                }
            }

            public void Reset()
            {
                lock (s_gate)
                {
                    _value = 0;
                }
            }
        }
        """);

    [Fact]
    public Task Literal_BecomesStaticGate() => FixTest<UsePrivateGateCodeFixProvider>.Repairs(
        """
        public sealed class Counter
        {
            private int _value;

            public int Next()
            {
                lock ({|LG3004:"counter"|})
                {
                    return ++_value;
                }
            }
        }
        """,
        """
        public sealed class Counter
        {
            private static readonly Lock s_gate = new();
            private int _value;

            public int Next()
            {
                lock (s_gate)
                {
                    return ++_value;
                }
            }
        }
        """);

    [Fact]
    public Task ConditionOnThis_KeepsAnObject() => FixTest<UsePrivateGateCodeFixProvider>.Repairs(
        """
        public sealed class Counter
        {
            private int _value;

            public int Next()
            {
                lock ({|LG3004:this|})
                {
                    return ++_value;
                }
            }

            public void Reset()
            {
                lock ({|LG3004:this|})
                {
                    _value = 0;
                }
            }

            public void Wake()
            {
                lock ({|LG3004:this|})
                {
                    Monitor.PulseAll(this);
                }
            }
        }
        """,
        """
        public sealed class Counter
        {
            private readonly object _gate = new();
            private int _value;

            public int Next()
            {
                lock (_gate)
                {
                    return ++_value;
                }
            }

            public void Reset()
            {
                lock (_gate)
                {
                    _value = 0;
                }
            }

            public void Wake()
            {
                lock (_gate)
                {
                    Monitor.PulseAll(_gate);
                }
            }
        }
        """);

    [Fact]
    public Task InstanceLockedElsewhere_IsLeftAlone() => FixTest<UsePrivateGateCodeFixProvider>.LeavesAlone(
        """
        public sealed class Counter
        {
            private int _value;

            public int Next()
            {
                lock ({|LG3004:this|})
                {
                    return ++_value;
                }
            }

            public void Reset()
            {
                lock ({|LG3004:this|})
                {
                    _value = 0;
                }
            }
        }

        public static class User
        {
            public static void Use(Counter counter)
            {
                lock (counter)
                {
                    counter.Reset();
                }
            }
        }
        """);

    [Fact]
    public Task Record_IsLeftAlone() => FixTest<UsePrivateGateCodeFixProvider>.LeavesAlone(
        """
        public sealed record Counter
        {
            private int _value;

            public int Next()
            {
                lock ({|LG3004:this|})
                {
                    return ++_value;
                }
            }

            public void Reset()
            {
                lock ({|LG3004:this|})
                {
                    _value = 0;
                }
            }
        }
        """);
}
