using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>A digest of all that a run learned: its identity among runs that may share a name.</summary>
/// <remarks>Of the knowledge, not of the file: how the JSON is written does not matter. The same on every machine. Not thread-safe.</remarks>
internal sealed class RunFingerprint : IDisposable
{
    private const int DigestBytes = 6;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[1 << 14];
    private readonly Dictionary<CapturedStack, long> _stacks = new(ReferenceEqualityComparer.Instance);
    private int _used;

    /// <summary>The digest of a snapshot of one run: 12 hexadecimal digits.</summary>
    public string Of(OrderSnapshot snapshot)
    {
        Text(snapshot.Run);
        Number(snapshot.OwnFaults);
        Number(snapshot.Classes.Count);
        foreach (SnapshotClass entry in snapshot.Classes)
        {
            Class(entry);
        }

        Number(snapshot.Edges.Count);
        foreach (SnapshotEdge edge in snapshot.Edges)
        {
            Edge(edge);
        }

        Number(snapshot.Violations.Count);
        foreach (Violation violation in snapshot.Violations)
        {
            Violation(violation);
        }

        return Digest();
    }

    /// <summary>The digest of a violation; equal for equal evidence.</summary>
    public string Of(Violation violation)
    {
        Violation(violation);
        return Digest();
    }

    /// <summary>The digest of a witness; equal for equal code and flow.</summary>
    public string Of(EdgeWitness witness)
    {
        Witness(witness);
        return Digest();
    }

    public void Dispose() => _hash.Dispose();

    private void Class(SnapshotClass entry)
    {
        LockClass @class = entry.Class;
        Text(@class.Name);
        Number(entry.Subclass);
        Text(@class.Primitive);
        Number((@class.Reentrant ?? false) ? 1 : 0);
        Number((long)(@class.Owner ?? LockOwner.Thread));
        Number((long)(@class.WaitType ?? WaitType.Block));
        Number(@class.MaxHeld ?? -1);
        Number(@class.IsPseudo ? 1 : 0);
        Text(@class.Protects);
        Text(@class.Summary);
    }

    private void Edge(SnapshotEdge edge)
    {
        Text(edge.Outer);
        Text(edge.Inner);
        Number(edge.Modes.Count);
        foreach ((LockMode outer, LockMode inner) in edge.Modes)
        {
            Number((long)outer);
            Number((long)inner);
        }

        Number((long)edge.Provenance);
        Number(edge.Count);
        Texts(edge.Gates);
        Number((edge.SingleFlow ? 1 : 0) | (edge.ClosesCycle ? 2 : 0));
        Number(edge.Witnesses.Count);
        foreach (EdgeWitness witness in edge.Witnesses)
        {
            Witness(witness);
        }
    }

    private void Witness(EdgeWitness witness)
    {
        Text(witness.Flow);
        Text(witness.Run);
        Acquisition(witness.Outer);
        Acquisition(witness.Inner);
    }

    private void Violation(Violation violation)
    {
        Number((long)violation.Kind);
        Text(violation.Flow);
        Text(violation.Detail);
        Acquisition(violation.Attempted);
        Holds(violation.Held);
        Text(violation.Against?.ToString());
        Number(violation.Cycle.Count);
        foreach (CycleEdge step in violation.Cycle)
        {
            Text(step.Outer);
            Text(step.Inner);
            Number((long)step.OuterMode);
            Number((long)step.InnerMode);
            Number((long)step.Provenance);
            Number(step.Witness is null ? 0 : 1);
            if (step.Witness is { } witness)
            {
                Witness(witness);
            }
        }

        Texts(violation.Gates);
        Number(violation.Waits.Count);
        foreach (LockWait wait in violation.Waits)
        {
            Text(wait.Flow);
            Acquisition(wait.Wanted);
            Holds(wait.Held);
            Stack(wait.Stack);
        }

        Stack(violation.Stack);
    }

    private void Holds(IReadOnlyList<HeldLock> held)
    {
        Number(held.Count);
        foreach (HeldLock entry in held)
        {
            Acquisition(entry.Acquisition);
            Number((entry.IsTerminal ? 1 : 0) | (entry.SharesSlot ? 2 : 0));
        }
    }

    private void Acquisition(Acquisition acquisition)
    {
        Text(acquisition.Class.Name);
        Number(acquisition.Subclass);
        Text(acquisition.InstanceLabel);
        Number((long)acquisition.Mode);
        Number((long)acquisition.Kind);
        Number(acquisition.WaitType is { } waitType ? (long)waitType : -1);
        Text(acquisition.Site.IsUnknown ? null : acquisition.Site.File);
        Number(acquisition.Site.IsUnknown ? 0 : acquisition.Site.Line);
        Stack(acquisition.Stack);
    }

    // Stacks are most of the text and most of them are one object: each is digested once.
    private void Stack(CapturedStack? stack)
    {
        if (stack is null)
        {
            Number(-1);
            return;
        }

        if (!_stacks.TryGetValue(stack, out long digest))
        {
            Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.Unicode.GetBytes(string.Join('\n', stack.Frames)), bytes);
            _stacks.Add(stack, digest = BinaryPrimitives.ReadInt64LittleEndian(bytes));
        }

        Number(stack.Frames.Count);
        Number(digest);
    }

    private void Texts(IReadOnlyList<string>? texts)
    {
        Number(texts?.Count ?? -1);
        foreach (string text in texts ?? [])
        {
            Text(text);
        }
    }

    // With its length before it, so that no two sequences of texts are one.
    private void Text(string? text)
    {
        Number(text?.Length ?? -1);
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            int count = Math.Min(rest.Length, (_buffer.Length - _used) / sizeof(char));
            if (count == 0)
            {
                Flush();
                continue;
            }

            _used += Encoding.Unicode.GetBytes(rest[..count], _buffer.AsSpan(_used));
            rest = rest[count..];
        }
    }

    private void Number(long value)
    {
        if (_buffer.Length - _used < sizeof(long))
        {
            Flush();
        }

        BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(_used), value);
        _used += sizeof(long);
    }

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _used);
        _used = 0;
    }

    private string Digest()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetHashAndReset().AsSpan(0, DigestBytes));
    }
}
