namespace Luo.Kernel;

/// <summary>The lock classes, spelled as lockdep would print them.</summary>
internal static class LockNames
{
    /// <summary><c>T</c>: the reboot system call takes it before anything of LUO.</summary>
    public const string SystemTransition = "system_transition_mutex";

    /// <summary><c>D</c>: the misc-device layer, around open.</summary>
    public const string Misc = "misc_mtx";

    /// <summary><c>S</c>: the lock that the patch adds.</summary>
    public const string Serialize = "luo_session_serialize_rwsem";

    /// <summary><c>O</c>.</summary>
    public const string Outgoing = "luo_session_global.outgoing.rwsem";

    /// <summary><c>I</c>.</summary>
    public const string Incoming = "luo_session_global.incoming.rwsem";

    /// <summary><c>M</c>: one site initializes them all, so they are one class.</summary>
    public const string Session = "&session->mutex";

    /// <summary><c>F</c> of files that this kernel preserves.</summary>
    public const string OutgoingFile = "&luo_file->mutex";

    /// <summary>
    /// <c>F</c> of files that the previous kernel handed over: initialized at a second site, hence a second class of the same name.
    /// </summary>
    public const string IncomingFile = "&luo_file->mutex#2";

    /// <summary><c>G</c>: a rwsem, whatever its name says.</summary>
    public const string Register = "luo_register_rwlock";

    /// <summary><c>Lo</c>.</summary>
    public const string OutgoingFlb = "&private->outgoing.lock";

    /// <summary><c>Li</c>.</summary>
    public const string IncomingFlb = "&private->incoming.lock";

    /// <summary><c>Z</c>.</summary>
    public const string FlbInit = "luo_flb_init_lock";

    /// <summary><c>X</c>.</summary>
    public const string PreservedFiles = "luo_preserved_files.xa_lock";

    /// <summary><c>K</c>.</summary>
    public const string KhoTracker = "kho_out.radix_tree.lock";

    /// <summary><c>N</c>.</summary>
    public const string Inode = "&sb->s_type->i_mutex_key";

    /// <summary><c>P</c>.</summary>
    public const string MmapLock = "&mm->mmap_lock";
}
