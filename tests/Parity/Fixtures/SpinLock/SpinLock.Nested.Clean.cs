// Push and Pop take _head and _tail in one order.
using LockGraph;

namespace Parity.SpinLockNestedClean;

public sealed class RingBuffer
{
    private readonly TrackedSpinLock _head = new();
    private readonly TrackedSpinLock _tail = new();
    private int _pushed;
    private int _popped;

    public static void Run()
    {
        var ringBuffer = new RingBuffer();
        ringBuffer.Push(5);
        ringBuffer.Pop();
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
                _tail.Enter(ref tailTaken);
                _pushed += slots;
                _popped++;
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
        bool headTaken = false;
        try
        {
            _head.Enter(ref headTaken);
            bool tailTaken = false;
            try
            {
                _tail.Enter(ref tailTaken);
                _popped = _pushed;
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
}
