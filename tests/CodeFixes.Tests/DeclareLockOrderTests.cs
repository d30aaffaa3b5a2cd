using LockGraph.CodeFixes.Tests.Support;
using Microsoft.CodeAnalysis.Testing;

namespace LockGraph.CodeFixes.Tests;

public class DeclareLockOrderTests
{
    [Fact]
    public Task NestingThatIsNotDeclared_IsDeclaredOnce() => FixTest<DeclareLockOrderCodeFixProvider>.Repairs(
        """
        using LockGraph;

        [assembly: LockOrder("Shop._shelves", "Shop._till")]
        [assembly: LockOrder("Shop._shelves", "Shop._door")]
        [assembly: LockHierarchy(Strict = true)]

        public sealed class Shop
        {
            private readonly Lock _shelves = new();
            private readonly Lock _till = new();
            private readonly Lock _door = new();
            private bool _open;

            public void Close()
            {
                lock (_door)
                {
                    lock ({|LG1008:_till|})
                    {
                        _open = false;
                    }
                }
            }

            public void Lend()
            {
                lock (_door)
                {
                    lock ({|LG1008:_till|})
                    {
                        _open = true;
                    }
                }
            }
        }
        """,
        """
        using LockGraph;

        [assembly: LockOrder("Shop._shelves", "Shop._till")]
        [assembly: LockOrder("Shop._shelves", "Shop._door")]
        [assembly: LockOrder("Shop._door", "Shop._till")]
        [assembly: LockHierarchy(Strict = true)]

        public sealed class Shop
        {
            private readonly Lock _shelves = new();
            private readonly Lock _till = new();
            private readonly Lock _door = new();
            private bool _open;

            public void Close()
            {
                lock (_door)
                {
                    lock (_till)
                    {
                        _open = false;
                    }
                }
            }

            public void Lend()
            {
                lock (_door)
                {
                    lock (_till)
                    {
                        _open = true;
                    }
                }
            }
        }
        """);

    [Theory]
    [InlineData(0, "_b", "_a", "{|LG1001:_b|}", "_a")]
    [InlineData(1, "_a", "_b", "_b", "{|LG1001:_a|}")]
    public Task Inversion_IsDeclaredEitherWay(int index, string outer, string inner, string left, string right)
    {
        var test = new FixTest<DeclareLockOrderCodeFixProvider> { CodeActionIndex = index };
        test.TestState.Sources.Add(("Test.cs", Bank("_b", "{|LG1002:_a|}")));
        test.FixedState.Sources.Add(("Test.cs", Bank(left, right)));
        test.FixedState.Sources.Add(("LockOrder.cs", $"[assembly: LockGraph.LockOrder(\"Bank.{outer}\", \"Bank.{inner}\")]\n"));
        test.CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipFixAllCheck;
        return test.RunAsync();
    }

    [Fact]
    public Task BrokenPromise_GetsNoSecondDeclaration()
    {
        var test = new FixTest<DeclareLockOrderCodeFixProvider>();
        test.TestState.Sources.Add(("Test.cs", Bank("_b", "{|LG1001:_a|}")));
        test.TestState.Sources.Add(("Declared.cs", """[assembly: LockGraph.LockOrder("Bank._a", "Bank._b")]"""));
        test.FixedState.Sources.Add(("Test.cs", Bank("_b", "{|LG1001:_a|}")));
        test.FixedState.Sources.Add(("Declared.cs", """[assembly: LockGraph.LockOrder("Bank._a", "Bank._b")]"""));
        return test.RunAsync();
    }

    private static string Bank(string left, string right) => $$"""
        public sealed class Bank
        {
            private readonly Lock _a = new();
            private readonly Lock _b = new();
            private int _n;

            public void Left()
            {
                lock (_a)
                {
                    lock ({{left}})
                    {
                        _n++;
                    }
                }
            }

            public void Right()
            {
                lock (_b)
                {
                    lock ({{right}})
                    {
                        _n--;
                    }
                }
            }
        }
        """;
}
