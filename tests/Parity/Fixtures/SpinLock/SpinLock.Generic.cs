// All instantiations of a generic type share its lock classes; two of them disagree.
using LockGraph;

namespace Parity.SpinLockGeneric;

public static class RingBufferDemo
{
    public static void Run()
    {
        var named = new RingBuffer<string>();
        var numbered = new RingBuffer<int>();
        named.Push("first", 5);
        numbered.Pop();
    }
}

public sealed class RingBuffer<TKey>
    where TKey : notnull
{
    private readonly TrackedSpinLock _head = new();
    private readonly TrackedSpinLock _tail = new();
    private readonly Dictionary<TKey, int> _bySlots = [];
    private int _popped;

    public void Push(TKey key, int slots)
    {
        bool headTaken = false;
        try
        {
            _head.Enter(ref headTaken);
            _bySlots[key] = slots;
            bool tailTaken = false;
            try
            {
                _tail.Enter(ref tailTaken); // expect-any: LG1002 RingBuffer<TKey>._head > RingBuffer<TKey>._tail
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
                _head.Enter(ref headTaken); // expect-any: LG1002 RingBuffer<TKey>._head > RingBuffer<TKey>._tail
                _popped = _bySlots.Count;
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
