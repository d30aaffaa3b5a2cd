// Bodies between a lock and another that only their callees' names and types lead through: each is looked at, whatever its call looks like.
using System.Collections.Generic;

public static class World
{
    public static readonly object Gate = new();
}

public sealed class Guest
{
    public Guest(int room, string name = "")
    {
        lock (World.Gate)
        {
        }
    }
}

public sealed class Register
{
    private readonly List<Guest> _guests = [];
    private int _level;

    public int Level
    {
        get => _level;
        set
        {
            lock (World.Gate)
            {
                _level = value;
            }
        }
    }

    public void Close() => Close(true);

    public void Close(bool now)
    {
        lock (World.Gate)
        {
        }
    }

    public void Note(params int[] numbers)
    {
        lock (World.Gate)
        {
        }
    }

    public void Enter(Guest guest) => _guests.Add(guest);

    public Guest Made() => new(7);

    public Guest Chosen(bool named) => named ? new(7, "seven") : new(7);
}

public sealed class Ledger
{
    private static readonly object _pages = new();

    static Ledger()
    {
        lock (_pages)
        {
        }
    }

    public Ledger()
    {
        lock (World.Gate)
        {
        }
    }
}

public sealed class Desk
{
    private readonly Register _register = new();
    private readonly object _argument = new();
    private readonly object _returned = new();
    private readonly object _choice = new();
    private readonly object _counted = new();
    private readonly object _overload = new();
    private readonly object _many = new();
    private readonly object _opened = new();

    public void Argument()
    {
        lock (_argument) Arrive(); // expect-any: LG1002 a
    }

    public void ArgumentLast()
    {
        lock (World.Gate)
        {
            lock (_argument) { } // expect-any: LG1002 a
        }
    }

    public void Returned()
    {
        lock (_returned) _register.Made(); // expect-any: LG1002 b
    }

    public void ReturnedLast()
    {
        lock (World.Gate)
        {
            lock (_returned) { } // expect-any: LG1002 b
        }
    }

    public void Choice()
    {
        lock (_choice) _register.Chosen(true); // expect-any: LG1002 c
    }

    public void ChoiceLast()
    {
        lock (World.Gate)
        {
            lock (_choice) { } // expect-any: LG1002 c
        }
    }

    public void Counted()
    {
        lock (_counted) Raise(); // expect-any: LG1002 d
    }

    public void CountedLast()
    {
        lock (World.Gate)
        {
            lock (_counted) { } // expect-any: LG1002 d
        }
    }

    public void Overload()
    {
        lock (_overload) _register.Close(); // expect-any: LG1002 e
    }

    public void OverloadLast()
    {
        lock (World.Gate)
        {
            lock (_overload) { } // expect-any: LG1002 e
        }
    }

    public void Many()
    {
        lock (_many) Numbers(); // expect-any: LG1002 f
    }

    public void ManyLast()
    {
        lock (World.Gate)
        {
            lock (_many) { } // expect-any: LG1002 f
        }
    }

    public void Opened()
    {
        lock (_opened) Open(); // expect-any: LG1002 g
    }

    public void OpenedLast()
    {
        lock (World.Gate)
        {
            lock (_opened) { } // expect-any: LG1002 g
        }
    }

    private void Open() => Keep(new());

    private void Keep(Ledger ledger) { }

    private void Arrive() => _register.Enter(new(3));

    private void Raise() => _register.Level++;

    private void Numbers() => _register.Note(1, 2, 3);
}
