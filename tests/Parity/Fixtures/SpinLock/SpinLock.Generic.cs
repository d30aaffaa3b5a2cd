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
        _head.Enter(ref headTaken);
        try
        {
            _bySlots[key] = slots;
            bool tailTaken = false;
            _tail.Enter(ref tailTaken); // expect-any: LG1002 RingBuffer<TKey>._head > RingBuffer<TKey>._tail
            try
            {
                _popped++;
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
            bool headTaken = false;
            _head.Enter(ref headTaken); // expect-any: LG1002 RingBuffer<TKey>._head > RingBuffer<TKey>._tail
            try
            {
                _popped = _bySlots.Count;
            }
            finally
            {
                _head.Exit();
            }
        }
        finally
        {
            _tail.Exit();
        }
    }
}
