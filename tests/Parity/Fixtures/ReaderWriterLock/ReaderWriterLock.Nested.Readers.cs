// Two readers do not exclude each other, but a writer that waits between them does: readers queue behind it.
using LockGraph;

namespace Parity.ReaderWriterLockNestedReaders;

public sealed class Timetable
{
    private readonly TrackedReaderWriterLock _trains = new();
    private readonly TrackedReaderWriterLock _platforms = new();
    private readonly List<string> _departures = [];

    public static void Run()
    {
        var timetable = new Timetable();
        _ = timetable.Departures() + timetable.Arrivals();
    }

    public int Departures()
    {
        _trains.EnterReadLock();
        try
        {
            _platforms.EnterReadLock(); // expect-any: LG1002 Timetable._platforms > Timetable._trains
            try
            {
                return _departures.Count;
            }
            finally
            {
                _platforms.ExitReadLock();
            }
        }
        finally
        {
            _trains.ExitReadLock();
        }
    }

    public int Arrivals()
    {
        _platforms.EnterReadLock();
        try
        {
            _trains.EnterReadLock(); // expect-any: LG1002 Timetable._platforms > Timetable._trains
            try
            {
                return _departures.Capacity;
            }
            finally
            {
                _trains.ExitReadLock();
            }
        }
        finally
        {
            _platforms.ExitReadLock();
        }
    }
}
