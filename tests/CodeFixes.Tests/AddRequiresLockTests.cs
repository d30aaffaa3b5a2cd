using LockGraph.CodeFixes.Tests.Support;

namespace LockGraph.CodeFixes.Tests;

public class AddRequiresLockTests
{
    [Fact]
    public Task PrivateMethodCalledUnderTheLock_GetsTheContract() => FixTest<AddRequiresLockCodeFixProvider>.Repairs(
        """
        using LockGraph;

        public sealed class Buffer
        {
            private readonly Lock _gate = new();

            [GuardedBy("_gate")]
            private int _length = 16;

            public void Append()
            {
                lock (_gate)
                {
                    Grow();
                }
            }

            // Doubles.
            private void Grow() => {|LG2001:_length|} *= 2;
        }
        """,
        """
        using LockGraph;

        public sealed class Buffer
        {
            private readonly Lock _gate = new();

            [GuardedBy("_gate")]
            private int _length = 16;

            public void Append()
            {
                lock (_gate)
                {
                    Grow();
                }
            }

            // Doubles.
            [RequiresLock("_gate")]
            private void Grow() => _length *= 2;
        }
        """);

    [Fact]
    public Task SeveralUsesInOneMethod_GetOneContract() => FixTest<AddRequiresLockCodeFixProvider>.Repairs(
        """
        using LockGraph;

        public sealed class Buffer
        {
            private readonly Lock _gate = new();

            [GuardedBy("_gate")]
            private int _length = 16;

            public void Append()
            {
                lock (_gate)
                {
                    Grow();
                }
            }

            // Doubles.
            private void Grow() => {|LG2001:_length|} = {|LG2001:_length|} + 2;
        }
        """,
        """
        using LockGraph;

        public sealed class Buffer
        {
            private readonly Lock _gate = new();

            [GuardedBy("_gate")]
            private int _length = 16;

            public void Append()
            {
                lock (_gate)
                {
                    Grow();
                }
            }

            // Doubles.
            [RequiresLock("_gate")]
            private void Grow() => _length = _length + 2;
        }
        """);

    [Fact]
    public Task MethodCalledWithoutTheLock_IsLeftAlone() => FixTest<AddRequiresLockCodeFixProvider>.LeavesAlone(
        """
        using LockGraph;

        public sealed class Buffer
        {
            private readonly Lock _gate = new();

            [GuardedBy("_gate")]
            private int _length = 16;

            public void Append()
            {
                lock (_gate)
                {
                    Grow();
                }
            }

            public void Reserve() => Grow();

            // Doubles.
            private void Grow() => {|LG2001:_length|} *= 2;
        }
        """);

    [Fact]
    public Task MethodUsedAsAValue_IsLeftAlone() => FixTest<AddRequiresLockCodeFixProvider>.LeavesAlone(
        """
        using LockGraph;

        public sealed class Buffer
        {
            private readonly Lock _gate = new();

            [GuardedBy("_gate")]
            private int _length = 16;

            public void Append()
            {
                lock (_gate)
                {
                    Grow();
                }
            }

            public Action Later() => Grow;

            // Doubles.
            private void Grow() => {|LG2001:_length|} *= 2;
        }
        """);

    [Fact]
    public Task PublicMethod_IsLeftAlone() => FixTest<AddRequiresLockCodeFixProvider>.LeavesAlone(
        """
        using LockGraph;

        public sealed class Buffer
        {
            private readonly Lock _gate = new();

            [GuardedBy("_gate")]
            private int _length = 16;

            public void Append()
            {
                lock (_gate)
                {
                    Grow();
                }
            }

            // Doubles.
            public void Grow() => {|LG2001:_length|} *= 2;
        }
        """);
}
