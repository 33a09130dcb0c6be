using EkDwar.Cases;
using EkDwar.Delivering;
using EkDwar.Tests.Foundation.Pdf;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Delivering;

public sealed class A_certificate_of_long_names
{
    [Fact]
    public async Task is_made_and_its_code_says_that_there_is_more()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().By(await house.Citizen(name: string.Concat(Enumerable.Repeat("ज्ञानेश्वर ", 17)).Trim())).Certified();
        var certificate = await house.Db(db => db.Set<Certificate>().AsNoTracking().SingleAsync(row => row.CaseId == c.CaseId));
        var file = (await house.Use((CaseFiles files) => files.Open(c.CaseId)))!;
        var pdf = await house.Use((CertificateFiles files) => Task.FromResult(files.Read(certificate, file.Seal)));
        // Its code stands at the end, on whatever page that is.
        var pages = int.Parse(Tool.On(pdf, "pdfinfo").Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal))[6..], System.Globalization.CultureInfo.InvariantCulture);
        var scanned = Tool.Scan(pdf, pages);
        var (verdict, states, _) = await house.Use((VerifyCertificate verify) => verify.ByPayload(scanned[(scanned.IndexOf('#') + 1)..]));
        Assert.True(verdict == Presented.Genuine, $"{pages} {scanned.Length} {scanned}");
        Assert.Equal(CertificatePayload.Rest, states!.Facts[^1].Key);
        Assert.StartsWith("ज्ञानेश्वर ज्ञानेश्वर", states.HolderName, StringComparison.Ordinal);
    }
}
