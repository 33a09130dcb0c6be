using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using EkDwar.Foundation.Files;

namespace EkDwar.Tests.Foundation.Files;

/// <summary>Pictures made from nothing: real, decodable JPEGs and PNGs whose every byte the test knows.</summary>
static class Samples
{
    public static readonly byte[] Gps = Encoding.ASCII.GetBytes("GPS 18.5204N 73.8567E");

    /// <summary>A grey JPEG: head (tables, frame, scan header), then <see cref="JpegScan"/>, then its end.</summary>
    public static byte[] Jpeg(int width = 32, int height = 16, bool isRich = false, params byte[][] segments) =>
        [0xFF, 0xD8, .. segments.SelectMany(s => s), .. JpegTablesAndFrame(width, height), .. JpegScan(width, height, isRich), 0xFF, 0xD9];

    public static byte[] Segment(byte marker, params byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    /// <summary>EXIF as a telephone writes it: orientation, and where the photo was taken.</summary>
    public static byte[] Exif(int orientation, bool isLittle = false)
    {
        var tiff = new byte[8 + 2 + 2 * 12 + 4];
        (isLittle ? "II*\0"u8 : "MM\0*"u8).CopyTo(tiff);
        void Put16(int at, int value) { if (isLittle) BinaryPrimitives.WriteInt16LittleEndian(tiff.AsSpan(at), (short)value); else BinaryPrimitives.WriteInt16BigEndian(tiff.AsSpan(at), (short)value); }
        void Put32(int at, int value) { if (isLittle) BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(at), value); else BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at), value); }
        Put32(4, 8);
        Put16(8, 2);
        Put16(10, 0x0112); Put16(12, 3); Put32(14, 1); Put16(18, orientation);
        Put16(22, 0x8825); Put16(24, 4); Put32(26, 1); Put32(30, tiff.Length);
        return [.. "Exif\0\0"u8, .. tiff, .. Gps];
    }

    /// <summary>The compressed picture: one to 63 coefficients a block, random but the same every time.</summary>
    public static byte[] JpegScan(int width, int height, bool isRich)
    {
        var random = new Random(7);
        var bits = new BitWriter();
        for (var block = (width + 7) / 8 * ((height + 7) / 8); block > 0; block--)
        {
            bits.Put(0b01, 2);
            bits.Put(random.Next(16), 4);
            for (var i = 0; isRich && i < 63; i++)
            {
                bits.Put(0b01, 2);
                bits.Put(random.Next(1024), 10);
            }
            if (!isRich) bits.Put(0b00, 2);
        }
        return bits.Finish();
    }

    static byte[] JpegTablesAndFrame(int width, int height) =>
    [
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(0xC0, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0),
        .. Segment(0xC4, [0x00, 0, 2, .. new byte[14], 0, 4]),
        .. Segment(0xC4, [0x10, 0, 2, .. new byte[14], 0x00, 0x0A]),
        .. Segment(0xDA, 1, 1, 0x00, 0, 63, 0),
    ];

    /// <summary>A PNG of 8-bit RGB with random pixels, and these chunks between header and pixels.</summary>
    public static byte[] Png(int width = 20, int height = 10, params byte[][] chunks) => PngOf(width, height, Pixels(width, height), chunks);

    public static byte[] PngOf(int width, int height, byte[] unpacked, params byte[][] chunks)
    {
        var packed = Zlib(unpacked);
        var half = packed.Length / 2;
        return [.. PngWalk.Signature, .. PngHeaderChunk(width, height), .. chunks.SelectMany(c => c), .. Chunk("IDAT", packed[..half]), .. Chunk("IDAT", packed[half..]), .. Chunk("IEND")];
    }

    public static byte[] PngHeaderChunk(int width, int height, byte depth = 8, byte colour = 2)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (depth, colour);
        return Chunk("IHDR", header);
    }

    public static byte[] Pixels(int width, int height)
    {
        var pixels = new byte[height * (1 + 3 * width)];
        new Random(7).NextBytes(pixels);
        for (var row = 0; row < height; row++) pixels[row * (1 + 3 * width)] = 0;
        return pixels;
    }

    public static byte[] Chunk(string type, params byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.ASCII.GetBytes(type).CopyTo(chunk, 4);
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Crc32.Of(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }

    public static byte[] Zlib(byte[] plain)
    {
        using var target = new MemoryStream();
        using (var packer = new ZLibStream(target, CompressionLevel.Fastest)) packer.Write(plain);
        return target.ToArray();
    }

    sealed class BitWriter
    {
        readonly List<byte> bytes = [];
        int buffer, count;

        public void Put(int value, int length)
        {
            for (var i = length - 1; i >= 0; i--)
            {
                buffer = buffer << 1 | (value >> i & 1);
                if (++count < 8) continue;
                bytes.Add((byte)buffer);
                if ((byte)buffer == 0xFF) bytes.Add(0);
                (buffer, count) = (0, 0);
            }
        }

        public byte[] Finish()
        {
            while (count != 0) Put(1, 1);
            return [.. bytes];
        }
    }
}
