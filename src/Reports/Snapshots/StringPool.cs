using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>One object per text and per stack. Snapshots of one program repeat their class names, files and stacks thousands of times.</summary>
/// <remarks>
/// A text that is known costs a hash over its bytes and one comparison; nothing is decoded and nothing allocated. Not thread-safe. Holds
/// what it has ever seen: share one among the snapshots of a merge, and drop it with the result.
/// </remarks>
internal sealed class StringPool
{
    private const int SmallestTable = 1 << 10;
    private static readonly UTF8Encoding _strict = new(false, throwOnInvalidBytes: true);

    private readonly Dictionary<string[], CapturedStack> _stacks = new(new SameFrames());
    private Entry[] _entries = new Entry[SmallestTable];
    private int _count;

    /// <summary>The one object with this text.</summary>
    /// <exception cref="ArgumentException">The bytes are not UTF-8.</exception>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        ulong hash = Hash(utf8);
        ref Entry entry = ref Find(hash, utf8);
        if (entry.Text is null)
        {
            entry = new Entry { Hash = hash, Bytes = utf8.ToArray(), Text = _strict.GetString(utf8) };
            string text = entry.Text;
            if (++_count * 2 > _entries.Length)
            {
                Grow();
            }

            return text;
        }

        return entry.Text;
    }

    /// <summary>The one stack with these frames, which are of this pool.</summary>
    public CapturedStack Stack(List<string> frames)
    {
        ReadOnlySpan<string> key = CollectionsMarshal.AsSpan(frames);
        if (!_stacks.GetAlternateLookup<ReadOnlySpan<string>>().TryGetValue(key, out CapturedStack? known))
        {
            string[] own = [.. frames];
            _stacks.Add(own, known = new CapturedStack(own));
        }

        return known;
    }

    private ref Entry Find(ulong hash, ReadOnlySpan<byte> utf8)
    {
        int mask = _entries.Length - 1;
        for (int at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            ref Entry entry = ref _entries[at];
            if (entry.Text is null || (entry.Hash == hash && utf8.SequenceEqual(entry.Bytes)))
            {
                return ref entry;
            }
        }
    }

    private void Grow()
    {
        Entry[] old = _entries;
        _entries = new Entry[old.Length * 2];
        foreach (Entry entry in old)
        {
            if (entry.Text is not null)
            {
                Find(entry.Hash, entry.Bytes) = entry;
            }
        }
    }

    // Eight bytes at a time; the high half carries the mixing, so it is folded into the low one, which picks the place.
    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        const ulong prime = 0x9E3779B97F4A7C15;
        ulong hash = (ulong)bytes.Length * prime;
        while (bytes.Length >= sizeof(ulong))
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(bytes)) * prime;
            hash ^= hash >> 32;
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (byte value in bytes)
        {
            hash = (hash ^ value) * prime;
        }

        return hash ^ (hash >> 29);
    }

    private struct Entry
    {
        public ulong Hash;
        public byte[] Bytes;
        public string? Text;
    }

    /// <summary>Compares frames as objects: equal texts are one object here.</summary>
    private sealed class SameFrames : IEqualityComparer<string[]>, IAlternateEqualityComparer<ReadOnlySpan<string>, string[]>
    {
        public bool Equals(string[]? one, string[]? other) => ReferenceEquals(one, other) || (one is not null && other is not null && Equals(one.AsSpan(), other));

        public int GetHashCode(string[] frames) => GetHashCode(frames.AsSpan());

        public string[] Create(ReadOnlySpan<string> frames) => frames.ToArray();

        public bool Equals(ReadOnlySpan<string> one, string[] other)
        {
            int same = 0;
            while (same < one.Length && same < other.Length && ReferenceEquals(one[same], other[same]))
            {
                same++;
            }

            return same == one.Length && same == other.Length;
        }

        public int GetHashCode(ReadOnlySpan<string> frames)
        {
            int hash = frames.Length;
            foreach (string frame in frames)
            {
                hash = (hash * 31) + RuntimeHelpers.GetHashCode(frame);
            }

            return hash;
        }
    }
}
