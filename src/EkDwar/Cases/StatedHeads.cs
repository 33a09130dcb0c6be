using System.Buffers.Binary;

namespace EkDwar.Cases;

/// <summary>That a checkpoint states: entry <paramref name="Seq"/> of a stream has this hash.</summary>
/// <param name="IsAnchor">False for a checkpoint the database never committed: true, but the entry still waits for one.</param>
public readonly record struct StatedHead(long StreamId, int Seq, UInt128 HashHigh, UInt128 HashLow, long CheckpointNo, bool IsAnchor)
{
    public static StatedHead Of(CheckpointHead head, long checkpointNo, bool isAnchor)
    {
        var hash = Convert.FromHexString(head.Hash);
        return new(head.StreamId, head.Seq, BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash.AsSpan(16)), checkpointNo, isAnchor);
    }

    public bool Fits(byte[] hash) => hash.Length == 32
        && BinaryPrimitives.ReadUInt128BigEndian(hash) == HashHigh && BinaryPrimitives.ReadUInt128BigEndian(hash.AsSpan(16)) == HashLow;
}

/// <summary>
/// The heads of one stream kind that all checkpoints state, sorted by stream and entry. Millions of them: beyond a
/// bounded number they lie sorted in temporary files and are merged as they are read.
/// </summary>
public sealed class StatedHeads(int inMemory) : IDisposable
{
    const int Size = 8 + 4 + 32 + 8 + 1;
    static readonly Comparer<StatedHead> Order = Comparer<StatedHead>.Create(static (a, b) =>
        a.StreamId != b.StreamId ? a.StreamId.CompareTo(b.StreamId) : a.Seq.CompareTo(b.Seq));

    readonly List<StatedHead> heads = [];
    readonly List<FileStream> runs = [];

    public void Add(StatedHead head)
    {
        if (heads.Count == inMemory) Spill();
        heads.Add(head);
    }

    /// <summary>All of them in order; to be read once.</summary>
    public IEnumerable<StatedHead> InOrder()
    {
        heads.Sort(Order);
        var sources = runs.Select(Read).Append(heads).Select(source => source.GetEnumerator()).ToList();
        var next = new PriorityQueue<IEnumerator<StatedHead>, StatedHead>(Order);
        foreach (var source in sources)
            if (source.MoveNext()) next.Enqueue(source, source.Current);
        while (next.TryDequeue(out var source, out var head))
        {
            yield return head;
            if (source.MoveNext()) next.Enqueue(source, source.Current);
        }
    }

    void Spill()
    {
        heads.Sort(Order);
        var run = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        Span<byte> bytes = stackalloc byte[Size];
        foreach (var head in heads)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes, head.StreamId);
            BinaryPrimitives.WriteInt32BigEndian(bytes[8..], head.Seq);
            BinaryPrimitives.WriteUInt128BigEndian(bytes[12..], head.HashHigh);
            BinaryPrimitives.WriteUInt128BigEndian(bytes[28..], head.HashLow);
            BinaryPrimitives.WriteInt64BigEndian(bytes[44..], head.CheckpointNo);
            bytes[52] = head.IsAnchor ? (byte)1 : (byte)0;
            run.Write(bytes);
        }
        runs.Add(run);
        heads.Clear();
    }

    static IEnumerable<StatedHead> Read(FileStream run)
    {
        run.Seek(0, SeekOrigin.Begin);
        var bytes = new byte[Size];
        while (run.ReadAtLeast(bytes, Size, throwOnEndOfStream: false) == Size)
            yield return new(BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(8)),
                BinaryPrimitives.ReadUInt128BigEndian(bytes.AsSpan(12)), BinaryPrimitives.ReadUInt128BigEndian(bytes.AsSpan(28)),
                BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(44)), bytes[52] == 1);
    }

    public void Dispose() => runs.ForEach(run => run.Dispose());
}
