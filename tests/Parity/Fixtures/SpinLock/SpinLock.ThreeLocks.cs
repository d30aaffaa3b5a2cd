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
        try
        {
            _head.Enter(ref headTaken);
            bool tailTaken = false;
            try
            {
                _tail.Enter(ref tailTaken); // expect-any: LG1002 RingBuffer._head > RingBuffer._tail > RingBuffer._marks
                _pushed += slots;
            }
            finally
            {
                if (tailTaken)
                {
                    _tail.Exit();
                }
            }
        }
        finally
        {
            if (headTaken)
            {
                _head.Exit();
            }
        }
    }

    public void Pop()
    {
        bool tailTaken = false;
        try
        {
            _tail.Enter(ref tailTaken);
            bool marksTaken = false;
            try
            {
                _marks.Enter(ref marksTaken); // expect-any: LG1002 RingBuffer._head > RingBuffer._tail > RingBuffer._marks
                _popped = _pushed;
            }
            finally
            {
                if (marksTaken)
                {
                    _marks.Exit();
                }
            }
        }
        finally
        {
            if (tailTaken)
            {
                _tail.Exit();
            }
        }
    }

    public void Mark()
    {
        bool marksTaken = false;
        try
        {
            _marks.Enter(ref marksTaken);
            bool headTaken = false;
            try
            {
                _head.Enter(ref headTaken); // expect-any: LG1002 RingBuffer._head > RingBuffer._tail > RingBuffer._marks
                _pushed = 0;
            }
            finally
            {
                if (headTaken)
                {
                    _head.Exit();
                }
            }
        }
        finally
        {
            if (marksTaken)
            {
                _marks.Exit();
            }
        }
    }
}
