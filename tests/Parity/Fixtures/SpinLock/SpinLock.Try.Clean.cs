// Pop goes against the order, but backs out when _head is taken.
using LockGraph;

namespace Parity.SpinLockTryClean;

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
        bool tailTaken = false;
        try
        {
            _tail.Enter(ref tailTaken);
            bool headTaken = false;
            try
            {
                _head.TryEnter(ref headTaken);
                if (headTaken)
                {
                    _popped = _pushed;
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
        finally
        {
            if (tailTaken)
            {
                _tail.Exit();
            }
        }
    }
}
