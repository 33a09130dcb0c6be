namespace EkDwar.Foundation.Files;

/// <summary>Takes what is written and holds it until it is drained: for writers, such as the zip archive's, that write at once where the line only waits its turn.</summary>
public sealed class DrainedStream : Stream
{
    readonly MemoryStream held = new();

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => held.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => held.Write(buffer);

    public override void Flush() { }

    /// <summary>Sends on what is held, and holds nothing then.</summary>
    public async Task Drain(Stream to, CancellationToken stop)
    {
        await to.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length), stop);
        held.SetLength(0);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
