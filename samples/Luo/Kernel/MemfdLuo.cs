using LockGraph;

namespace Luo.Kernel;

/// <summary>The inode of a memfd.</summary>
internal sealed class MemfdInode
{
    /// <summary><c>inode_lock()</c>.</summary>
    [LockClass(LockNames.Inode, Protects = "the content and the size of one memfd")]
    internal readonly TrackedReaderWriterLock Rwsem = new();

    public MemfdInode(string content)
    {
        Content = content;
        Rwsem.Label = content;
    }

    public string Content { get; }
}

/// <summary>Preserves memfds (<c>memfd_luo.c</c>): the content goes into a page that survives the jump.</summary>
internal class MemfdLuo(Machine machine, string compatible = "memfd-v1") : FileHandler(compatible)
{
    protected Machine Machine { get; } = machine;

    public static FileObject Open(string content) => new(content, new MemfdInode(content));

    public override bool CanPreserve(FileObject file) => file.Backing is MemfdInode;

    public override int Preserve(LuoFile file)
    {
        var inode = (MemfdInode)file.File!.Backing!;
        inode.Rwsem.EnterWriteLock();
        try
        {
            KhoPage? page = Machine.Kho.Allocate(inode.Content);
            if (page is null)
            {
                return Errno.ENOMEM;
            }

            file.Page = page;
            file.Handle = page.Address;
            return 0;
        }
        finally
        {
            inode.Rwsem.ExitWriteLock();
        }
    }

    public override void Unpreserve(LuoFile file)
    {
        var inode = (MemfdInode)file.File!.Backing!;
        inode.Rwsem.EnterWriteLock();
        try
        {
            if (!Machine.Kho.Unpreserve(file.Handle))
            {
                Machine.Log.Warn($"memfd {file.File}: page {file.Handle:x} was not preserved");
            }
        }
        finally
        {
            inode.Rwsem.ExitWriteLock();
        }
    }

    public override int Retrieve(LuoFile file, out FileObject? restored)
    {
        restored = null;
        if (file.Handle == 0 || Machine.Received is not { } received)
        {
            return Errno.EINVAL;
        }

        KhoPage? page = received.Read(file.Handle);
        if (page is null)
        {
            Machine.ObserveUseAfterFree($"page {file.Handle:x} of token {file.Token} was given back before the jump");
            return Errno.EINVAL;
        }

        restored = Open(page.Content);
        return 0;
    }

    public override void Finish(LuoFile file)
    {
        // The page is part of the restored file from here on.
    }

    public override object GetId(FileObject file) => file.Backing ?? file;
}
