using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Pdf;

namespace EkDwar.Tests.Foundation.Pdf;

public class A_pdf
{
    const string Ours = "नमस्कार ज्ञानेश्वर र्‍हाळकर देण्यात येत आहे";

    static byte[] Page(string text, LanguageCode? language = null) => PdfMaker.Make(
        new PdfFacts("Title", "Office", language ?? LanguageCode.Marathi, new DateTime(2026, 1, 5, 10, 0, 0, DateTimeKind.Utc), PdfPaper.A4),
        sheet =>
        {
            var flow = new PdfFlow(sheet, 40, 800);
            var block = sheet.Text(new PdfText(language ?? LanguageCode.Marathi, text), new TextStyle(11), 500);
            flow.Row(new FlowCell(block, 40, PdfTag.Paragraph(LanguageCode.Marathi)));
            sheet.Tag(PdfTag.Figure("A code"), () => sheet.Qr(new QrSymbol("https://ekdwar.example/x"), 40, 600, 80));
        });

    [Theory, InlineData(Ours), InlineData("ਪੰਜਾਬ ਸ੍ਰੀ ਕ੍ਰਿਸ਼ਨ ਪ੍ਰਮਾਣ ਪੱਤਰ"), InlineData("श्रीमती ॲना डिसोझा (₹1,42,000)"), InlineData("<b>&\"' </span>")]
    public void gives_its_text_back_letter_for_letter(string text) => Assert.Contains(text, Tool.OneLine(Page(text)), StringComparison.Ordinal);

    [Fact]
    public void is_clean_to_qpdf() => Assert.Contains("No syntax or stream encoding errors", Tool.On(Page(Ours), "qpdf", "--check"), StringComparison.Ordinal);

    [Fact]
    public void embeds_every_font_and_can_be_searched()
    {
        var fonts = Tool.On(Page(Ours), "pdffonts").Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"\+NotoSans.* yes +yes +yes ", font));
    }

    [Fact]
    public void is_tagged_in_its_language_with_words_for_figures()
    {
        var pdf = Page(Ours);
        Assert.Matches("Tagged: +yes", Tool.On(pdf, "pdfinfo"));
        var objects = Tool.On(pdf, "qpdf", "--json");
        Assert.Contains("\"/Lang\": \"u:mr\"", objects, StringComparison.Ordinal);
        Assert.Contains("\"/Alt\": \"u:A code\"", objects, StringComparison.Ordinal);
    }

    [Fact]
    public void is_the_same_bytes_from_the_same_facts() => Assert.Equal(Page(Ours), Page(Ours));

    [Fact]
    public void is_right_from_eight_threads_at_once()
    {
        var names = Enumerable.Range(0, 64).Select(i => $"{Ours} {i}").ToArray();
        var pdfs = new byte[names.Length][];
        Parallel.For(0, names.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => pdfs[i] = Page(names[i]));
        for (var i = 0; i < names.Length; i++) Assert.Equal(Page(names[i]), pdfs[i]);
        Assert.Contains(names[63], Tool.OneLine(pdfs[63]), StringComparison.Ordinal);
    }

    [Theory, InlineData("அ", "அ"), InlineData("रमेश 王", "王"), InlineData("\uD83D\uDE00 रमेश", "\uD83D\uDE00"), InlineData("שלום", "שםלו")]
    public void is_not_made_with_letters_our_fonts_lack(string text, string missing)
    {
        var problem = Assert.Throws<GlyphsMissing>(() => Page(text));
        Assert.Equal(missing.EnumerateRunes().Order(), problem.Characters.EnumerateRunes().Order());
    }

    [Fact]
    public void is_not_made_from_half_a_character() => Assert.Throws<GlyphsMissing>(() => Page("रमेश \uD83D"));

    [Fact]
    public void is_still_made_after_a_refusal()
    {
        Assert.Throws<GlyphsMissing>(() => Page("அ"));
        Assert.Contains(Ours, Tool.OneLine(Page(Ours)), StringComparison.Ordinal);
    }

    [Theory, InlineData("र\u202Eमेश\u202C पवार\u200F"), InlineData("रमेश\0पवार"), InlineData("रमेश\r\nपवार"), InlineData("\u2066रमेश\u2069\u2028पवार\uFEFF")]
    public void lets_no_invisible_character_turn_or_break_a_name(string text) =>
        Assert.Contains("रमेश पवार", Tool.OneLine(Page(text)), StringComparison.Ordinal);

    [Theory, InlineData('क'), InlineData('a'), InlineData('\u200D'), InlineData('\u093F')]
    public void survives_ten_thousand_of_one_character(char character)
    {
        var pdf = Page(new string(character, 10_000));
        Assert.Contains("No syntax or stream encoding errors", Tool.On(pdf, "qpdf", "--check"), StringComparison.Ordinal);
    }

    [Fact]
    public void never_runs_off_the_paper()
    {
        var pdf = Page(string.Concat(Enumerable.Repeat(Ours + " ", 200)) + new string('क', 400));
        Assert.True(Tool.StaysOnPaper(pdf, margin: 36));
        Assert.Matches("Pages: +[2-9]", Tool.On(pdf, "pdfinfo"));
    }
}

public class The_parts_a_pdf_needs
{
    [Fact]
    public void are_all_here() => Assert.Null(PdfParts.Check());

    [Fact]
    public void are_named_when_they_are_not()
    {
        var missing = PdfParts.Check(["/nowhere/NotoSans-Regular.ttf"], [("libnowhere.so.9", "libnowhere9"), (PdfParts.CairoLibrary, "libcairo2")]);
        Assert.NotNull(missing);
        Assert.Equal(["libnowhere9"], missing.Packages);
        Assert.Equal(["/nowhere/NotoSans-Regular.ttf"], missing.FontFiles);
        Assert.Contains("apt-get install libnowhere9", new PdfPartsMissing(missing).Message, StringComparison.Ordinal);
    }
}
