using System.Diagnostics;
using System.Text;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Languages;
using FsCheck;
using FsCheck.Fluent;

namespace EkDwar.Tests.Foundation.Files;

public class The_paper_check
{
    static readonly byte[][] Seeds =
    [
        Samples.Jpeg(32, 16, false, Samples.Segment(0xE1, Samples.Exif(6)), Samples.Segment(0xFE, 1, 2, 3)),
        Samples.Png(20, 10, Samples.Chunk("tEXt", 65, 0, 66), Samples.Chunk("eXIf", Samples.Exif(6)[6..])),
        PdfSamples.Plain("<< /Type /Annot /A << /S /URI /URI (http://x) >> /K [1 2 (a\\)b) <0a> true null -1.5] >>"),
        PdfSamples.Compressed(PdfSamples.Catalogue, PdfSamples.Pages, "<< /Type /Page /Parent 2 0 R >>"),
    ];

    [Theory]
    [InlineData("", "files.empty")]
    [InlineData("<html><script>alert(1)</script></html>", "files.not_accepted_type")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "files.not_accepted_type")]
    [InlineData("PK\u0003\u0004 a Word document", "files.not_accepted_type")]
    [InlineData("MZ a program", "files.not_accepted_type")]
    [InlineData("GIF89a", "files.not_accepted_type")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0", "files.heic")]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0", "files.heic")]
    [InlineData("\0\0\0\u0018ftypisom\0\0\0\0", "files.not_accepted_type")]
    [InlineData("\u0089PNG\n\u001a\n and more", "files.damaged")]
    [InlineData("\u0089PN", "files.truncated")]
    [InlineData("%PDF", "files.truncated")]
    [InlineData("%PDF-1.4 and nothing else", "files.truncated")]
    public void tells_what_a_file_is_by_its_content(string content, string code) => Assert.Equal(code, Verdicts.Code(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void refuses_a_byte_over_ten_megabytes() =>
        Assert.Equal("files.too_big", Verdicts.Code([.. Samples.Jpeg(), .. new byte[PaperCheck.MaxLength]]));

    [Fact]
    public void accepts_what_it_has_cleaned_and_finds_nothing_more_to_clean()
    {
        foreach (var seed in Seeds)
        {
            var once = Verdicts.Accepted(seed).Bytes.ToArray();
            Assert.Equal(once, Verdicts.Accepted(once).Bytes.ToArray());
        }
    }

    [Fact]
    public void answers_five_thousand_mutilated_files_and_never_throws()
    {
        var random = new Random(20260105);
        var codes = new Dictionary<string, int>();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 5_000; i++)
        {
            var file = Mutated(Seeds[i % Seeds.Length], random);
            var verdict = PaperCheck.Inspect(file);
            Assert.True(verdict.Paper is null != verdict.Refusal is null);
            var code = verdict.Refusal?.Code ?? "accepted";
            codes[code] = codes.GetValueOrDefault(code) + 1;
            // What passes must hold in what we store too, or the cleaning itself could be abused.
            if (verdict.IsAccepted) Assert.True(verdict.Paper.Bytes.Span.SequenceEqual(Verdicts.Accepted(verdict.Paper.Bytes.ToArray()).Bytes.Span));
        }
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
        Assert.True(codes.Count >= 6, string.Join(", ", codes));
        Assert.InRange(codes["accepted"], 1, 4_000);
    }

    [Fact]
    public void answers_any_bytes_behind_any_beginning() =>
        Prop.ForAll<byte[], int>((bytes, n) =>
        {
            byte[][] heads = [[], [0xFF, 0xD8, 0xFF], [.. PngWalk.Signature], [.. "%PDF-1.7\nstartxref\n0\n"u8]];
            var verdict = PaperCheck.Inspect((byte[])[.. heads[(n & 3)], .. bytes, .. "startxref\n20\n%%EOF"u8]);
            return verdict.Paper is null != verdict.Refusal is null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void answers_a_hostile_ten_megabytes_within_seconds()
    {
        var watch = Stopwatch.StartNew();
        byte[][] files =
        [
            [0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, PaperCheck.MaxLength - 2)],
            [.. "%PDF-1.4\n"u8, .. Enumerable.Repeat("1 0 obj << "u8.ToArray(), 900_000).SelectMany(b => b), .. "startxref\n9\n%%EOF"u8],
            [.. "%PDF-1.4\nxref\n0 999999999\n"u8, .. Enumerable.Repeat("1 0 n "u8.ToArray(), 1_700_000).SelectMany(b => b), .. "startxref\n9\n%%EOF"u8],
            [.. PngWalk.Signature, .. Samples.PngHeaderChunk(9000, 9000), .. Enumerable.Repeat(Samples.Chunk("IDAT"), 800_000).SelectMany(b => b), .. Samples.Chunk("IEND")],
        ];
        foreach (var file in files) Assert.False(PaperCheck.Inspect(file).IsAccepted);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{watch.Elapsed}");
    }

    [Fact]
    public void has_a_text_in_four_languages_for_every_refusal()
    {
        foreach (var refusal in PaperRefusals.All)
        {
            var texts = LanguageCode.All.Select(language => Texts.Get(language, refusal.Code)).ToList();
            Assert.Equal(4, texts.Distinct().Count());
            Assert.All(texts, text => Assert.DoesNotContain("[", text, StringComparison.Ordinal));
        }
    }

    static byte[] Mutated(byte[] seed, Random random)
    {
        var file = seed.ToList();
        for (var times = random.Next(1, 5); times > 0 && file.Count > 4; times--)
        {
            var at = random.Next(file.Count);
            switch (random.Next(6))
            {
                case 0: file[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: file[at] = (byte)random.Next(256); break;
                case 2: file.RemoveRange(at, Math.Min(random.Next(1, 40), file.Count - at)); break;
                case 3: file.InsertRange(at, file.GetRange(random.Next(file.Count), 1)); break;
                case 4: file.RemoveRange(at, file.Count - at); break;
                default: Digit(file, random); break;
            }
        }
        return [.. file];
    }

    static void Digit(List<byte> file, Random random)
    {
        var at = file.FindIndex(random.Next(file.Count), b => b is >= (byte)'0' and <= (byte)'9');
        if (at >= 0) file[at] = (byte)('0' + random.Next(10));
    }
}
