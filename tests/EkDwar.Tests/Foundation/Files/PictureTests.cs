using System.Text;
using EkDwar.Foundation.Files;

namespace EkDwar.Tests.Foundation.Files;

public class A_photo
{
    static readonly byte[] Jfif = Samples.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 1, 0, 72, 0, 72, 1, 1, 9, 9, 9]);

    [Fact]
    public void is_accepted_with_its_size_in_pixels()
    {
        var paper = Accepted(Samples.Jpeg(40, 24));
        Assert.Equal((PaperKind.Jpeg, 40, 24, ".jpg"), (paper.Kind, paper.Width, paper.Height, paper.Ending));
    }

    [Fact]
    public void without_metadata_is_kept_byte_for_byte()
    {
        var photo = Samples.Jpeg();
        Assert.Equal(photo, Accepted(photo).Bytes.ToArray());
    }

    [Fact]
    public void loses_every_metadata_but_not_a_byte_of_the_picture()
    {
        var icc = Samples.Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 5, 5]);
        var adobe = Samples.Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]);
        var photo = Samples.Jpeg(32, 16, false, Jfif, Samples.Segment(0xE1, Samples.Exif(1)), Samples.Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Samples.Gps]),
            icc, Samples.Segment(0xED, Samples.Gps), adobe, Samples.Segment(0xFE, Samples.Gps), Samples.Segment(0xE7, Samples.Gps));
        var clean = Accepted(photo).Bytes.ToArray();
        byte[] head = [0xFF, 0xD8, .. Samples.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 1, 0, 72, 0, 72, 0, 0]), .. icc, .. adobe];
        Assert.Equal([.. head, .. Samples.Jpeg()[2..]], clean);
        Assert.Equal(-1, clean.AsSpan().IndexOf(Samples.Gps));
    }

    [Theory, InlineData(3, false), InlineData(6, true), InlineData(8, false)]
    public void that_was_turned_stays_turned(int orientation, bool isLittle)
    {
        var clean = Accepted(Samples.Jpeg(32, 16, false, Samples.Segment(0xE1, Samples.Exif(orientation, isLittle)))).Bytes.ToArray();
        Assert.Equal(-1, clean.AsSpan().IndexOf(Samples.Gps));
        Assert.True(clean.AsSpan(6).StartsWith("Exif\0\0"u8));
        Assert.Equal(orientation, ExifOrientation.Read(clean.AsSpan(12)));
        Assert.True(clean.AsSpan().EndsWith(Samples.Jpeg().AsSpan(2)));
    }

    [Fact]
    public void of_nine_megabytes_is_accepted()
    {
        var photo = Samples.Jpeg(2560, 2480, isRich: true);
        Assert.InRange(photo.Length, 9_000_000, PaperCheck.MaxLength);
        Assert.Equal(photo.Length, Accepted(photo).Bytes.Length);
    }

    [Fact]
    public void cut_off_anywhere_is_never_accepted()
    {
        var photo = Samples.Jpeg(32, 16, false, Jfif, Samples.Segment(0xE1, Samples.Exif(6)));
        for (var length = 1; length < photo.Length; length++)
            Assert.Equal("files.truncated", Code(photo[..length]));
    }

    [Fact]
    public void with_a_second_picture_behind_it_as_cameras_write_keeps_the_first()
    {
        var photo = Samples.Jpeg();
        Assert.Equal(photo, Accepted([.. photo, .. Samples.Jpeg(800, 800)]).Bytes.ToArray());
        Assert.Equal(photo, Accepted([.. photo, .. new byte[4096]]).Bytes.ToArray());
    }

    [Fact]
    public void that_is_something_else_too_is_refused()
    {
        var photo = Samples.Jpeg();
        Assert.Equal("files.polyglot", Code([.. photo, .. Encoding.ASCII.GetBytes(new string('x', 500))]));
        Assert.Equal("files.polyglot", Code(Samples.Jpeg(32, 16, false, Samples.Segment(0xFE, [.. "<SCRIPT>alert(1)</SCRIPT>"u8]))));
        Assert.Equal("files.polyglot", Code(Samples.Jpeg(32, 16, false, Samples.Segment(0xFE, PdfSamples.Plain()))));
        Assert.Equal("files.polyglot", Code(Samples.Jpeg(32, 16, false, Samples.Segment(0xFE, [.. "PK\x03\x04"u8]))));
        byte[] list = [.. "PK\x01\x02"u8, .. new byte[42]];
        Assert.Equal("files.polyglot", Code([.. photo, .. list, .. "PK\x05\x06"u8, .. new byte[8], 46, .. new byte[9]]));
    }

    [Fact]
    public void too_large_to_unpack_is_refused()
    {
        var photo = Samples.Jpeg();
        photo.AsSpan(photo.AsSpan().IndexOf((byte[])[0xFF, 0xC0]) + 5, 4).Fill(0xFF);
        Assert.Equal("files.bomb", Code(photo));
    }

    [Fact]
    public void in_thousands_of_scans_is_refused()
    {
        var photo = Samples.Jpeg();
        var scan = photo.AsSpan(photo.AsSpan().IndexOf((byte[])[0xFF, 0xDA])..^2).ToArray();
        Assert.Equal("files.bomb", Code([.. photo[..^2], .. Enumerable.Repeat(scan, 1000).SelectMany(s => s), 0xFF, 0xD9]));
    }

    [Fact]
    public void with_a_table_that_overruns_is_damaged()
    {
        Assert.Equal("files.damaged", Code(Samples.Jpeg(32, 16, false, Samples.Segment(0xC4, [0, 3, .. new byte[15], 1, 2, 3]))));
        Assert.Equal("files.damaged", Code(Samples.Jpeg(32, 16, false, Samples.Segment(0xDB, [0, 1, 2]))));
    }

    static Paper Accepted(byte[] bytes) => Verdicts.Accepted(bytes);
    static string Code(byte[] bytes) => Verdicts.Code(bytes);
}

public class A_screenshot
{
    static readonly byte[] Text = Samples.Chunk("tEXt", [.. "Comment\0"u8, .. Samples.Gps]);

    [Fact]
    public void is_accepted_and_loses_text_and_time_but_no_pixel()
    {
        var density = Samples.Chunk("pHYs", 0, 0, 11, 19, 0, 0, 11, 19, 1);
        var profile = Samples.Chunk("iCCP", [.. "sRGB\0\0"u8, .. Samples.Zlib(new byte[600])]);
        var full = Samples.Png(20, 10, density, profile, Text, Samples.Chunk("tIME", 7, 234, 1, 5, 4, 5, 6), Samples.Chunk("eXIf", Samples.Exif(1)[6..]), Samples.Chunk("zzZz", 1));
        var paper = Verdicts.Accepted(full);
        Assert.Equal((PaperKind.Png, 20, 10), (paper.Kind, paper.Width, paper.Height));
        Assert.Equal(Samples.Png(20, 10, density, profile), paper.Bytes.ToArray());
    }

    [Fact]
    public void that_was_turned_stays_turned()
    {
        var clean = Verdicts.Accepted(Samples.Png(20, 10, Samples.Chunk("eXIf", Samples.Exif(6)[6..]))).Bytes.ToArray();
        Assert.Equal(Samples.Png(20, 10, Samples.Chunk("eXIf", ExifOrientation.Write(6))), clean);
    }

    [Fact]
    public void cut_off_anywhere_is_never_accepted()
    {
        var picture = Samples.Png();
        for (var length = 1; length < picture.Length; length++) Assert.Equal("files.truncated", Verdicts.Code(picture[..length]));
    }

    [Fact]
    public void with_any_byte_of_a_chunk_changed_is_refused()
    {
        var picture = Samples.Png();
        for (var at = 8; at < picture.Length; at++)
        {
            var changed = picture.ToArray();
            changed[at] ^= 0x20;
            Assert.False(PaperCheck.Inspect(changed).IsAccepted, $"byte {at}");
        }
    }

    [Fact]
    public void whose_pixels_are_not_what_the_header_says_is_refused()
    {
        Assert.Equal("files.damaged", Verdicts.Code(Samples.PngOf(20, 10, Samples.Pixels(20, 9))));
        Assert.Equal("files.bomb", Verdicts.Code(Samples.PngOf(20, 10, new byte[5_000_000])));
        Assert.Equal("files.bomb", Verdicts.Code(Samples.PngOf(50_000, 50_000, new byte[100])));
    }

    [Fact]
    public void with_a_colour_profile_that_unpacks_without_end_loses_the_profile()
    {
        var profile = Samples.Chunk("iCCP", [.. "x\0\0"u8, .. Samples.Zlib(new byte[6_000_000])]);
        Assert.Equal(Samples.Png(), Verdicts.Accepted(Samples.Png(20, 10, profile)).Bytes.ToArray());
    }

    [Fact]
    public void with_something_behind_its_end_is_refused_unless_it_is_the_rest_of_an_older_one()
    {
        var picture = Samples.Png();
        Assert.Equal("files.polyglot", Verdicts.Code([.. picture, .. new string('x', 100).Select(c => (byte)c)]));
        Assert.Equal(picture, Verdicts.Accepted([.. picture, .. Samples.Pixels(30, 5), .. PngWalk.End]).Bytes.ToArray());
    }

    [Fact]
    public void has_the_check_sum_the_standard_gives() => Assert.Equal(0xAE426082u, Crc32.Of("IEND"u8));
}
