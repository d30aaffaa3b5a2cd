namespace Luo.Kernel;

/// <summary>
/// Preserved memory for entries of one size: a chain of one-page blocks (V4+), or one buffer of fixed size. Guarded by its owner.
/// </summary>
internal sealed class BlockSet(Machine machine, int entriesPerBlock, string content)
{
    private readonly Stack<KhoPage> _blocks = new();

    public int Blocks => _blocks.Count;

    /// <summary>Makes room for one entry more than <paramref name="count"/>.</summary>
    /// <returns>0, <see cref="Errno.ENOSPC"/> when the chain is as long as it may be, or <see cref="Errno.ENOMEM"/>.</returns>
    public int Grow(int count)
    {
        if (count < _blocks.Count * entriesPerBlock)
        {
            return 0;
        }

        if (_blocks.Count >= machine.Config.MaxBlocks)
        {
            return Errno.ENOSPC;
        }

        KhoPage? page = machine.Kho.Allocate(content);
        if (page is null)
        {
            return Errno.ENOMEM;
        }

        _blocks.Push(page);
        return 0;
    }

    /// <summary>Gives back the blocks that <paramref name="count"/> entries do not need.</summary>
    public void Shrink(int count)
    {
        int needed = (count + entriesPerBlock - 1) / entriesPerBlock;
        while (_blocks.Count > needed)
        {
            machine.Kho.Unpreserve(_blocks.Pop().Address);
        }
    }
}
