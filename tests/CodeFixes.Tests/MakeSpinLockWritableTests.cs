using LockGraph.CodeFixes.Tests.Support;

namespace LockGraph.CodeFixes.Tests;

public class MakeSpinLockWritableTests
{
    [Fact]
    public Task ReadonlySpinLock_BecomesWritable() => FixTest<MakeSpinLockWritableCodeFixProvider>.Repairs(
        """
        public sealed class Ticks
        {
            private readonly SpinLock {|LG3004:_spin = new(false)|};

            public bool IsHeld => _spin.IsHeld;
        }
        """,
        """
        public sealed class Ticks
        {
            private SpinLock _spin = new(false);

            public bool IsHeld => _spin.IsHeld;
        }
        """);
}
