using LockGraph.Core;

namespace LockGraph.Reports.Tests.Snapshots;

/// <summary>Snapshots as files hold them.</summary>
internal static class SnapshotBytes
{
    public static byte[] Write(OrderSnapshot snapshot)
    {
        using var stream = new MemoryStream();
        SnapshotWriter.Write(stream, snapshot);
        return stream.ToArray();
    }

    public static OrderSnapshot Read(byte[] bytes, int bufferSize = 1 << 16)
    {
        using var stream = new MemoryStream(bytes);
        return SnapshotReader.Read(stream, null, bufferSize);
    }

    public static OrderSnapshot Read(string json) => Read(System.Text.Encoding.UTF8.GetBytes(json));

    /// <summary>Merges files into one, as the command does.</summary>
    public static byte[] Merge(params byte[][] files)
    {
        using var union = new SnapshotUnion();
        foreach (byte[] file in files)
        {
            union.Add(Read(file));
        }

        return Write(union.Build());
    }
}
