using System.Text;
using EkDwar.Foundation.Files;

namespace EkDwar.Tests.Foundation.Files;

public class A_pdf
{
    const string Script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";

    [Fact]
    public void is_kept_byte_for_byte_and_its_pages_counted()
    {
        var pdf = PdfSamples.Plain();
        var paper = Verdicts.Accepted(pdf);
        Assert.Equal((PaperKind.Pdf, 1), (paper.Kind, paper.Pages));
        Assert.Equal(pdf, paper.Bytes.ToArray());
    }

    [Fact]
    public void with_compressed_objects_is_read_too() =>
        Assert.Equal(1, Verdicts.Accepted(PdfSamples.Compressed(PdfSamples.Catalogue, PdfSamples.Pages, "<< /Type /Page /Parent 2 0 R >>")).Pages);

    [Fact]
    public void with_a_password_is_refused() =>
        Assert.Equal("files.password_protected", Verdicts.Code(PdfSamples.Of("/Encrypt 5 0 R ", PdfSamples.Catalogue, PdfSamples.Pages, PdfSamples.Page, PdfSamples.Contents, "<< /Filter /Standard >>")));

    [Theory]
    [InlineData("<< /Type /Catalog /Pages 2 0 R /OpenAction 5 0 R >>", Script)]
    [InlineData("<< /Type /Catalog /Pages 2 0 R /OpenAction 5 0 R >>", "<< /S /#4aavaScript /JS (x) >>")]
    [InlineData("<< /Type /Catalog /Pages 2 0 R /OpenAction 5 0 R >>", "<< /S /GoTo /D [3 0 R /Fit] /Next << /S /JavaScript /JS (x) >> >>")]
    [InlineData("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (x) >> >>", "null")]
    [InlineData("<< /Type /Catalog /Pages 2 0 R /Names << /JavaScript 5 0 R >> >>", "<< /Names [(a) << /S /JavaScript /JS (x) >>] >>")]
    [InlineData("<< /Type /Catalog /Pages 2 0 R /AA << /WC 5 0 R >> >>", Script)]
    [InlineData("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Annot /A << /S /Launch /F (calc.exe) >> >>")]
    public void that_starts_something_by_itself_is_refused(string catalogue, string fifth)
    {
        Assert.Equal("files.runs_by_itself", Verdicts.Code(PdfSamples.With(catalogue, fifth)));
        Assert.Equal("files.runs_by_itself", Verdicts.Code(PdfSamples.Compressed(catalogue, PdfSamples.Pages, "<< /Type /Page >>", "null", fifth)));
    }

    [Theory]
    [InlineData("<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] /AcroForm << /Fields [5 0 R] >> >>", "<< /FT /Tx /T (sum) /AA << /K << /S /JavaScript /JS (AFNumber_Keystroke) >> >> >>")]
    [InlineData("<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [5 0 R] >> >>", "<< /FT /Sig /V << /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 10 20 30] /Contents <00ff> >> >>")]
    [InlineData("<< /Type /Catalog /Pages 2 0 R >>", "(a text that says /JavaScript /Launch /EmbeddedFile and \\) << /S /Launch >>)")]
    [InlineData("<< /Type /Catalog /Pages 2 0 R /OpenAction 5 0 R >>", "<< /S /GoTo /D [3 0 R /Fit] >>")]
    public void with_a_form_a_signature_or_mere_words_is_accepted(string catalogue, string fifth) =>
        Verdicts.Accepted(PdfSamples.With(catalogue, fifth));

    [Fact]
    public void with_files_inside_is_refused()
    {
        Assert.Equal("files.holds_other_files", Verdicts.Code(PdfSamples.Plain("<< /Type /EmbeddedFile /Length 0 >>\nstream\n\nendstream")));
        Assert.Equal("files.holds_other_files", Verdicts.Code(PdfSamples.Plain("<< /Type /Filespec /F (a.exe) /EF << /F 4 0 R >> >>")));
    }

    [Fact]
    public void cut_off_anywhere_is_never_accepted()
    {
        var pdf = PdfSamples.Plain();
        for (var length = 1; length < pdf.Length - "%%EOF\n".Length; length++) Assert.False(PaperCheck.Inspect(pdf.AsMemory(0, length)).IsAccepted, $"{length}");
        Assert.Equal("files.truncated", Verdicts.Code(pdf[..(pdf.Length / 2)]));
    }

    [Fact]
    public void with_a_later_revision_is_judged_by_the_newest()
    {
        var pdf = PdfSamples.Plain();
        var replaced = Revision(pdf, "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (x) >> >>\nendobj\n");
        Assert.Equal("files.runs_by_itself", Verdicts.Code(replaced));
        Verdicts.Accepted(Revision(replaced, $"1 0 obj\n{PdfSamples.Catalogue}\nendobj\n"));
        Assert.Equal("files.truncated", Verdicts.Code(replaced[..(pdf.Length + 60)]));
    }

    [Fact]
    public void that_is_something_else_too_is_refused()
    {
        var pdf = PdfSamples.Plain();
        Assert.Equal("files.polyglot", Verdicts.Code([.. "GIF89a"u8, .. pdf]));
        Assert.Equal("files.polyglot", Verdicts.Code([.. pdf, .. "<!DOCTYPE html><p>Page of the portal that sent this"u8]));
        Assert.Equal("files.polyglot", Verdicts.Code([.. pdf, .. new string('x', 2000).Select(c => (byte)c)]));
        byte[] list = [.. "PK\x01\x02"u8, .. new byte[42]];
        Assert.Equal("files.polyglot", Verdicts.Code([.. pdf, .. list, .. "PK\x05\x06"u8, .. new byte[8], 46, .. new byte[9]]));
    }

    [Fact]
    public void whose_references_lead_nowhere_is_damaged()
    {
        Assert.Equal("files.damaged", Verdicts.Code(Replaced(PdfSamples.Plain(), "/Root 1", "/Root 9")));
        Assert.Equal("files.damaged", Verdicts.Code(Replaced(PdfSamples.Plain(), "3 0 obj", "7 0 obj")));
        Assert.Equal("files.damaged", Verdicts.Code(Replaced(PdfSamples.Plain(), "/Count 1", "/Count 0")));
    }

    [Fact]
    public void whose_revisions_go_in_a_circle_or_that_nests_without_end_is_answered_at_once()
    {
        Assert.Equal("files.damaged", Verdicts.Code(Revision(PdfSamples.Plain(), "", isCircle: true)));
        Assert.Equal("files.damaged", Verdicts.Code(PdfSamples.Plain(new string('[', 1_000_000))));
    }

    [Fact]
    public void whose_streams_unpack_without_end_is_refused()
    {
        var pdf = PdfSamples.Compressed(PdfSamples.Catalogue, PdfSamples.Pages, new string(' ', 100_000_000));
        Assert.InRange(pdf.Length, 1, 2_000_000);
        Assert.Equal("files.bomb", Verdicts.Code(pdf));
    }

    static byte[] Revision(byte[] pdf, string body, bool isCircle = false)
    {
        var before = Encoding.Latin1.GetString(pdf);
        var previous = before[(before.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)..].Split('\n')[0];
        var start = before.Length + body.Length;
        var row = body.Length == 0 ? "0 0\n" : $"1 1\n{before.Length:D10} 00000 n \n";
        var prev = isCircle ? start.ToString(System.Globalization.CultureInfo.InvariantCulture) : previous;
        return Encoding.Latin1.GetBytes($"{before}{body}xref\n{row}trailer\n<< /Size 6 /Root 1 0 R /Prev {prev} >>\nstartxref\n{start}\n%%EOF\n");
    }

    static byte[] Replaced(byte[] pdf, string old, string by) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(pdf).Replace(old, by, StringComparison.Ordinal));
}
