// The iterator takes _head when it is first moved; Pop takes _tail between the moves.
using LockGraph;

namespace Parity.SpinLockIteratorClean;

public sealed class RingBuffer
{
    private readonly TrackedSpinLock _head = new();
    private readonly TrackedSpinLock _tail = new();
    private readonly List<int> _slots = [];
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
            _slots.Add(slots);
            bool tailTaken = false;
            try
            {
                _tail.Enter(ref tailTaken);
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
        foreach (int one in All())
        {
            bool tailTaken = false;
            try
            {
                _tail.Enter(ref tailTaken);
                _popped += one;
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

    public IEnumerable<int> All()
    {
        int[] copy;
        bool headTaken = false;
        try
        {
            _head.Enter(ref headTaken);
            copy = [.. _slots];
        }
        finally
        {
            if (headTaken)
            {
                _head.Exit();
            }
        }
        foreach (int one in copy)
        {
            yield return one;
        }
    }
}
