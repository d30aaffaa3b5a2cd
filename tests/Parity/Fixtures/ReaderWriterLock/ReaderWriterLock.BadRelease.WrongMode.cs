// Taken by a writer, given back by a reader.
// throws: SynchronizationLockException
using LockGraph;

namespace Parity.ReaderWriterLockBadReleaseWrongMode;

public sealed class Whiteboard
{
    private readonly TrackedReaderWriterLock _strokes = new();
    private int _drawn;

    public static void Run()
    {
        var board = new Whiteboard();
        board.Draw(4);
    }

    public void Draw(int strokes)
    {
        _strokes.EnterWriteLock(); // expect: LG2004 Whiteboard._strokes
        _drawn += strokes;
        _strokes.ExitReadLock(); // expect: LG2005 Whiteboard._strokes
    }
}
