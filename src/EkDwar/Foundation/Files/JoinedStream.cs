namespace EkDwar.Foundation.Files;

/// <summary>Several stretches of memory read as one stream, without copying them together first.</summary>
sealed class JoinedStream(IReadOnlyList<ReadOnlyMemory<byte>> parts) : Stream
{
    int part;
    int at;

    /// <summary>How many bytes have been taken from the parts.</summary>
    public long Taken { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        while (part < parts.Count && at == parts[part].Length) (part, at) = (part + 1, 0);
        if (part == parts.Count) return 0;
        var length = Math.Min(buffer.Length, parts[part].Length - at);
        parts[part].Span.Slice(at, length).CopyTo(buffer);
        at += length;
        Taken += length;
        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
