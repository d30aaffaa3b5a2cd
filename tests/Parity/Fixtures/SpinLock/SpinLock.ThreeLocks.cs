// No two methods disagree, but the three do.
using LockGraph;

namespace Parity.SpinLockThreeLocks;

public sealed class RingBuffer
{
    private readonly TrackedSpinLock _head = new();
    private readonly TrackedSpinLock _tail = new();
    private readonly TrackedSpinLock _marks = new();
    private int _pushed;
    private int _popped;

    public static void Run()
    {
        var ringBuffer = new RingBuffer();
        ringBuffer.Push(5);
        ringBuffer.Pop();
        ringBuffer.Mark();
    }

    public void Push(int slots)
    {
        bool headTaken = false;
        _head.Enter(ref headTaken);
        try
        {
            bool tailTaken = false;
            _tail.Enter(ref tailTaken); // expect-any: LG1002 RingBuffer._head > RingBuffer._tail > RingBuffer._marks
            try
            {
                _pushed += slots;
            }
            finally
            {
                _tail.Exit();
            }
        }
        finally
        {
            _head.Exit();
        }
    }

    public void Pop()
    {
        bool tailTaken = false;
        _tail.Enter(ref tailTaken);
        try
        {
            bool marksTaken = false;
            _marks.Enter(ref marksTaken); // expect-any: LG1002 RingBuffer._head > RingBuffer._tail > RingBuffer._marks
            try
            {
                _popped = _pushed;
            }
            finally
            {
                _marks.Exit();
            }
        }
        finally
        {
            _tail.Exit();
        }
    }

    public void Mark()
    {
        bool marksTaken = false;
        _marks.Enter(ref marksTaken);
        try
        {
            bool headTaken = false;
            _head.Enter(ref headTaken); // expect-any: LG1002 RingBuffer._head > RingBuffer._tail > RingBuffer._marks
            try
            {
                _pushed = 0;
            }
            finally
            {
                _head.Exit();
            }
        }
        finally
        {
            _marks.Exit();
        }
    }
}
