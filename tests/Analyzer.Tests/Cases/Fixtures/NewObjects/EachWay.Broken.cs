// One way to hand an object on in each type; the order is that of nobody.
public sealed class ByExchange
{
    private readonly object _other = new();
    private Part? _part;

    public sealed class Part
    {
        public readonly object Gate = new();
    }

    public void Swap()
    {
        var part = new Part();
        Interlocked.Exchange(ref _part, part);
        lock (part.Gate)
        {
            lock (_other) // expect-any: LG1002 exchange
            {
            }
        }
    }

    public void Use(Part part)
    {
        lock (_other)
        {
            lock (part.Gate) // expect-any: LG1002 exchange
            {
            }
        }
    }
}

public sealed class ByTable
{
    private readonly object _other = new();
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, Part> _parts = new();

    public sealed class Part
    {
        public readonly object Gate = new();
    }

    public void Take(int key)
    {
        var part = new Part();
        if (_parts.TryAdd(key, part))
        {
            lock (part.Gate)
            {
                lock (_other) // expect-any: LG1002 table
                {
                }
            }
        }
    }

    public void Use(Part part)
    {
        lock (_other)
        {
            lock (part.Gate) // expect-any: LG1002 table
            {
            }
        }
    }
}

public sealed class ByLambda
{
    private readonly object _other = new();

    public sealed class Part
    {
        public readonly object Gate = new();

        public int Count { get; set; }
    }

    public void Start()
    {
        var part = new Part();
        Task.Run(() => part.Count++);
        lock (part.Gate)
        {
            lock (_other) // expect-any: LG1002 lambda
            {
            }
        }
    }

    public void Use(Part part)
    {
        lock (_other)
        {
            lock (part.Gate) // expect-any: LG1002 lambda
            {
            }
        }
    }
}

public sealed class ByAnotherNewObject
{
    private readonly object _other = new();
    private readonly List<Box> _boxes = [];

    public sealed class Part
    {
        public readonly object Gate = new();
    }

    public sealed class Box(Part part)
    {
        public Part Part { get; } = part;
    }

    public void Open()
    {
        var part = new Part();
        var box = new Box(part);
        _boxes.Add(box);
        lock (part.Gate)
        {
            lock (_other) // expect-any: LG1002 box
            {
            }
        }
    }

    public void Use()
    {
        lock (_other)
        {
            foreach (Box box in _boxes)
            {
                lock (box.Part.Gate) // expect-any: LG1002 box
                {
                }
            }
        }
    }
}

public static class Registry
{
    private static readonly List<Registered> s_all = [];

    public static void Enter(Registered one) => Keep(one);

    private static void Keep(Registered one) => s_all.Add(one);
}

public sealed class Registered
{
    public readonly object Gate = new();

    public void Announce() => Registry.Enter(this);
}

public sealed class ByItsOwnMethod
{
    private readonly object _other = new();

    public void Open()
    {
        var one = new Registered();
        one.Announce();
        lock (one.Gate)
        {
            lock (_other) // expect-any: LG1002 registered
            {
            }
        }
    }

    public void Use(Registered one)
    {
        lock (_other)
        {
            lock (one.Gate) // expect-any: LG1002 registered
            {
            }
        }
    }
}

public sealed class Watch
{
    private readonly object _gate = new();
    private readonly Clock _clock;

    public Watch(Clock clock)
    {
        _clock = clock;
        clock.Ticked += OnTicked;
        lock (_gate)
        {
            clock.Wind(); // expect-any: LG1002 clock
        }
    }

    private void OnTicked(object? sender, EventArgs e)
    {
        lock (_gate)
        {
        }
    }

    public void Stop()
    {
        lock (_clock.Gate)
        {
            lock (_gate) // expect-any: LG1002 clock
            {
            }
        }
    }
}

public sealed class Clock
{
    public readonly object Gate = new();

    public event EventHandler? Ticked;

    public void Wind()
    {
        lock (Gate)
        {
        }
    }
}

public sealed class Loop
{
    private readonly object _gate = new();
    private readonly object _other = new();

    public Loop()
    {
        Task.Run(Run);
        lock (_gate)
        {
            lock (_other) // expect-any: LG1002 loop
            {
            }
        }
    }

    private void Run()
    {
        lock (_other)
        {
            lock (_gate) // expect-any: LG1002 loop
            {
            }
        }
    }
}

public sealed class Alarm : IDisposable
{
    private readonly object _gate = new();
    private readonly object _other = new();
    private readonly Timer _timer;

    public Alarm()
    {
        _timer = new Timer(OnTick, null, 0, 1000);
        lock (_gate)
        {
            lock (_other) // expect-any: LG1002 alarm
            {
            }
        }
    }

    private void OnTick(object? state)
    {
        lock (_other)
        {
            lock (_gate) // expect-any: LG1002 alarm
            {
            }
        }
    }

    public void Dispose() => _timer.Dispose();
}

public sealed class Pump
{
    private readonly object _gate = new();
    private readonly object _other = new();
    private readonly Thread _thread;

    public Pump()
    {
        _thread = new Thread(Run);
        _thread.Start();
        lock (_gate)
        {
            lock (_other) // expect-any: LG1002 pump
            {
            }
        }
    }

    private void Run()
    {
        lock (_other)
        {
            lock (_gate) // expect-any: LG1002 pump
            {
            }
        }
    }
}
