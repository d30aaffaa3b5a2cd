using LockGraph.CodeFixes.Tests.Support;

namespace LockGraph.CodeFixes.Tests;

public class ReleaseOnEveryPathTests
{
    [Fact]
    public Task Pair_BecomesLockStatement() => FixTest<ReleaseOnEveryPathCodeFixProvider>.Repairs(
        """
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public bool TryAdd()
            {
                // One at a time.
                {|LG2004:Monitor.Enter(_gate)|};
                if (_closed)
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
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public bool TryAdd()
            {
                // One at a time.
                lock (_gate)
                {
                    if (_closed)
                    {
                        return false;
                    }

                    _n++;
                }

                return true;
            }
        }
        """);

    [Fact]
    public Task Pair_ReleasesInFinally() => FixTest<ReleaseOnEveryPathCodeFixProvider>.Repairs(
        """
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public bool TryAdd()
            {
                // One at a time.
                {|LG2004:Monitor.Enter(_gate)|};
                if (_closed)
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
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public bool TryAdd()
            {
                // One at a time.
                Monitor.Enter(_gate);
                try
                {
                    if (_closed)
                    {
                        return false;
                    }

                    _n++;
                }
                finally
                {
                    Monitor.Exit(_gate);
                }

                return true;
            }
        }
        """,
        key: nameof(ReleaseOnEveryPathCodeFixProvider) + ".ReleaseInFinally");

    [Fact]
    public Task SeveralPairs_AreTurnedAtOnce() => FixTest<ReleaseOnEveryPathCodeFixProvider>.Repairs(
        """
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public bool TryAdd()
            {
                // One at a time.
                {|LG2004:Monitor.Enter(_gate)|};
                if (_closed)
                {
                    return false;
                }

                _n++;
                Monitor.Exit(_gate);
                return true;
            }

            public bool TryPut()
            {
                // One at a time.
                {|LG2004:Monitor.Enter(_gate)|};
                if (_closed)
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
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public bool TryAdd()
            {
                // One at a time.
                lock (_gate)
                {
                    if (_closed)
                    {
                        return false;
                    }

                    _n++;
                }

                return true;
            }

            public bool TryPut()
            {
                // One at a time.
                lock (_gate)
                {
                    if (_closed)
                    {
                        return false;
                    }

                    _n++;
                }

                return true;
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task EarlyRelease_GoesAway() => FixTest<ReleaseOnEveryPathCodeFixProvider>.Repairs(
        """
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public int Add(int limit)
            {
                {|LG2004:Monitor.Enter(_gate)|};
                if (_n > limit)
                {
                    Monitor.Exit(_gate);
                    return 0;
                }

                if (_closed)
                {
                    return -1;
                }

                int before = _n;
                _n++;
                Monitor.Exit(_gate);
                return before;
            }
        }
        """,
        """
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public int Add(int limit)
            {
                lock (_gate)
                {
                    if (_n > limit)
                    {
                        return 0;
                    }

                    if (_closed)
                    {
                        return -1;
                    }

                    int before = _n;
                    _n++;
                    return before;
                }
            }
        }
        """);

    [Fact]
    public Task AsynchronousWait_ReleasesInFinally() => FixTest<ReleaseOnEveryPathCodeFixProvider>.Repairs(
        """
        public sealed class Bank
        {
            private readonly SemaphoreSlim _slot = new(1, 1);

            public async Task UploadAsync(Stream source, Stream target)
            {
                await {|LG2004:_slot.WaitAsync()|};
                await source.CopyToAsync(target);
                _slot.Release();
            }
        }
        """,
        """
        public sealed class Bank
        {
            private readonly SemaphoreSlim _slot = new(1, 1);

            public async Task UploadAsync(Stream source, Stream target)
            {
                await _slot.WaitAsync();
                try
                {
                    await source.CopyToAsync(target);
                }
                finally
                {
                    _slot.Release();
                }
            }
        }
        """);

    [Fact]
    public Task ReleasesAtTheEndsOfATry_MoveIntoFinally() => FixTest<ReleaseOnEveryPathCodeFixProvider>.Repairs(
        """
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public void Save(Stream target)
            {
                {|LG2004:Monitor.Enter(_gate)|};
                try
                {
                    target.Flush();
                    Monitor.Exit(_gate);
                }
                catch (IOException)
                {
                    Monitor.Exit(_gate);
                    throw;
                }
            }
        }
        """,
        """
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public void Save(Stream target)
            {
                Monitor.Enter(_gate);
                try
                {
                    target.Flush();
                }
                catch (IOException)
                {
                    throw;
                }
                finally
                {
                    Monitor.Exit(_gate);
                }
            }
        }
        """);

    [Fact]
    public Task TrackedLock_BecomesUsing() => FixTest<ReleaseOnEveryPathCodeFixProvider>.Repairs(
        """
        public sealed class Bank
        {
            private readonly LockGraph.TrackedLock _gate = new();
            private int _n;
            private bool _closed;

            public bool TryAdd()
            {
                // One at a time.
                {|LG2004:_gate.Enter()|};
                if (_closed)
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
        public sealed class Bank
        {
            private readonly LockGraph.TrackedLock _gate = new();
            private int _n;
            private bool _closed;

            public bool TryAdd()
            {
                // One at a time.
                using (_gate.EnterScope())
                {
                    if (_closed)
                    {
                        return false;
                    }

                    _n++;
                }

                return true;
            }
        }
        """);

    [Fact]
    public Task TryThatJumpsAway_ReleasesInFinally() => FixTest<ReleaseOnEveryPathCodeFixProvider>.Repairs(
        """
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public void Add()
            {
                if (!{|LG2004:Monitor.TryEnter(_gate)|})
                {
                    return;
                }

                if (_closed)
                {
                    return;
                }

                _n++;
                Monitor.Exit(_gate);
            }
        }
        """,
        """
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public void Add()
            {
                if (!Monitor.TryEnter(_gate))
                {
                    return;
                }

                try
                {
                    if (_closed)
                    {
                        return;
                    }

                    _n++;
                }
                finally
                {
                    Monitor.Exit(_gate);
                }
            }
        }
        """);

    [Fact]
    public Task VariableUsedBehindTheRelease_IsLeftAlone() => FixTest<ReleaseOnEveryPathCodeFixProvider>.LeavesAlone(
        """
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public int Add()
            {
                {|LG2004:Monitor.Enter(_gate)|};
                if (_closed)
                {
                    return 0;
                }

                int seen = _n++;
                Monitor.Exit(_gate);
                Console.WriteLine(seen);
                return seen;
            }
        }
        """);

    [Fact]
    public Task WorkBehindAnEarlyRelease_IsLeftAlone() => FixTest<ReleaseOnEveryPathCodeFixProvider>.LeavesAlone(
        """
        public sealed class Bank
        {
            private readonly object _gate = new();
            private int _n;
            private bool _closed;

            public int Add()
            {
                {|LG2004:Monitor.Enter(_gate)|};
                if (_n > 3)
                {
                    Monitor.Exit(_gate);
                    return Console.Read();
                }

                if (_closed)
                {
                    return 0;
                }

                _n++;
                Monitor.Exit(_gate);
                return 1;
            }
        }
        """);
}
