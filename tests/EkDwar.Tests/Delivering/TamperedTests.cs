using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EkDwar.Cases;
using EkDwar.Delivering;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Foundation.Pdf;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Delivering;

/// <summary>A certificate of ours that somebody changed: what a reader of PDFs says of its seal, and what our page says when it is given the file.</summary>
public sealed partial class A_tampered_certificate(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly TestHouse house = shared.House;

    async Task<(string Number, byte[] Pdf)> Issued()
    {
        var c = await house.Case().Certified();
        var certificate = await house.Db(db => db.Set<Certificate>().AsNoTracking().SingleAsync(row => row.CaseId == c.CaseId));
        var file = (await house.Use((CaseFiles files) => files.Open(c.CaseId)))!;
        return (certificate.NumberOf(c.Reference), await house.Use((CertificateFiles files) => Task.FromResult(files.Read(certificate, file.Seal))));
    }

    async Task<string> OnThePage(string number, byte[] pdf)
    {
        var form = (await house.Browser().Open("/mh/mr/verify")).Form("form[enctype]").With("fileNumber", number).WithFile("pdf", "a.pdf", pdf, "application/pdf");
        return (await form.Press()).Document.QuerySelector("main")!.TextContent;
    }

    async Task IsAltered(string number, byte[] pdf)
    {
        var page = await OnThePage(number, pdf);
        Assert.Contains(Texts.Get(LanguageCode.Marathi, "delivering.verify.Altered_help"), page, StringComparison.Ordinal);
        Assert.DoesNotContain(Texts.Get(LanguageCode.Marathi, "delivering.verify.Genuine_help"), page, StringComparison.Ordinal);
    }

    static string Seal(byte[] pdf) => Tool.On(pdf, "pdfsig", "-nocert");

    [Fact]
    public async Task is_known_from_the_untouched_one()
    {
        var (number, pdf) = await Issued();
        Assert.Contains("Signature is Valid", Seal(pdf), StringComparison.Ordinal);
        Assert.Contains("Total document signed", Seal(pdf), StringComparison.Ordinal);
        Assert.Contains(Texts.Get(LanguageCode.Marathi, "delivering.verify.Genuine_help"), await OnThePage(number, pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task with_one_byte_changed_has_no_valid_seal()
    {
        var (number, pdf) = await Issued();
        pdf[pdf.Length / 3] ^= 1;
        Assert.Contains("Digest Mismatch", Seal(pdf), StringComparison.Ordinal);
        await IsAltered(number, pdf);
    }

    [Fact]
    public async Task with_something_added_behind_is_not_signed_as_a_whole()
    {
        var (number, pdf) = await Issued();
        var text = Encoding.Latin1.GetString(pdf);
        var (root, before) = (Root().Matches(text)[^1].Value, Start().Matches(text)[^1].Groups[1].Value);
        var added = "9999 0 obj\n<< /Note (added) >>\nendobj\n";
        var rest = string.Create(CultureInfo.InvariantCulture, $"xref\n9999 1\n{pdf.Length:D10} 00000 n \ntrailer\n<< /Size 10000 {root} /Prev {before} >>\nstartxref\n{pdf.Length + added.Length}\n%%EOF\n");
        byte[] longer = [.. pdf, .. Encoding.Latin1.GetBytes(added + rest)];
        // The seal holds for what it was put on, and the reader says that this is not all.
        Assert.Contains("Not total document signed", Seal(longer), StringComparison.Ordinal);
        Assert.DoesNotContain("- Total document signed", Seal(longer), StringComparison.Ordinal);
        await IsAltered(number, longer);
    }

    [Fact]
    public async Task with_the_seal_of_another_has_no_valid_one()
    {
        var (number, pdf) = await Issued();
        var (other, theirs) = await Issued();
        var (text, foreign) = (Encoding.Latin1.GetString(pdf), Encoding.Latin1.GetString(theirs));
        var (mine, its) = (Contents().Matches(text)[^1], Contents().Matches(foreign)[^1]);
        Assert.Equal(mine.Length, its.Length);
        var mixed = Encoding.Latin1.GetBytes(text[..mine.Index] + its.Value + text[(mine.Index + mine.Length)..]);
        Assert.Contains("Digest Mismatch", Seal(mixed), StringComparison.Ordinal);
        await IsAltered(number, mixed);
        // And whole, it is not what was issued under this number.
        await IsAltered(number, theirs);
        Assert.NotEqual(number, other);
    }

    [GeneratedRegex(@"/Root \d+ 0 R")]
    private static partial Regex Root();

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex Start();

    [GeneratedRegex("/Contents ?<[0-9A-Fa-f]{1000,}>")]
    private static partial Regex Contents();
}
