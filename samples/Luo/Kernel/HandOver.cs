namespace Luo.Kernel;

/// <summary>One preserved file as the next kernel reads it.</summary>
internal sealed record SerializedFile(string Compatible, long Handle, ulong Token);

/// <summary>One session as the next kernel reads it. A blank name marks an entry that a failed attempt took back.</summary>
internal sealed record SerializedSession(string Name, IReadOnlyList<SerializedFile> Files);

/// <summary>One FLB as the next kernel reads it; <paramref name="Users"/> is the number of files that depend on it.</summary>
internal sealed record SerializedFlb(string Compatible, long Handle, int Users);

/// <summary>Everything that crosses the jump: the serialized root and the pages that were preserved at that moment. Immutable.</summary>
internal sealed record HandOver(
    IReadOnlyList<SerializedSession> Sessions,
    IReadOnlyList<SerializedFlb> Flbs,
    IReadOnlyDictionary<long, KhoPage> Pages)
{
    /// <summary>Reads a page of the old kernel. Null when it was not preserved: the memory belongs to somebody else by now.</summary>
    public KhoPage? Read(long address) => Pages.GetValueOrDefault(address);
}
