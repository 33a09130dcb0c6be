using System.Text;
using EkDwar.Cases;
using EkDwar.Catalogue.Questions;
using EkDwar.Delivering;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Cases.OwnData;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing;

namespace EkDwar.Tests.Delivering;

/// <summary>A copy of a record is the record: its pages, drawn anew, behind the certificate's own and under one seal with them.</summary>
public sealed class A_copy_of_a_record : IAsyncLifetime
{
    const string Service = "fir-copy", Officer = "police_station_officer";
    TestHouse house = null!;
    TestCitizen citizen = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.Open();
        citizen = await house.SignedInCitizen(name: "पार्वतीबाई कदम");
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task is_not_granted_without_it_and_has_its_pages_under_the_seal_of_the_certificate()
    {
        var c = await house.AppliedFor(citizen, Service);
        Assert.Equal("cases.findings_needed", (await c.Grants(Officer)).Refusals.Single().Code);
        var pdf = await Made(c, Copied.TwoPages);
        var said = Tool.OneLine(pdf);
        Assert.Contains("2 pages", said);
        foreach (var number in (int[])[1, 2]) Assert.Contains($"{c.Reference}-1 · Copy of the record, page {number} of 2", said);
        Assert.Equal((2, 2), (Added(pdf), Pictures(pdf)));
        Assert.Contains("Signature is Valid", Checked(pdf), StringComparison.Ordinal);
        Assert.Contains("Total document signed", Checked(pdf), StringComparison.Ordinal);
        Assert.Contains("No syntax or stream encoding errors", Tool.On(pdf, "qpdf", "--check"), StringComparison.Ordinal);
        // A byte of the record itself, in the middle of its last picture.
        pdf[pdf.AsSpan().LastIndexOf("/DCTDecode"u8) + 2_000] ^= 1;
        Assert.DoesNotContain("Signature is Valid", Checked(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task of_a_photo_keeps_it_through_correction_and_goes_with_the_case()
    {
        var c = await house.AppliedFor(citizen, Service);
        Assert.Equal(1, Added(await Made(c, Copied.Photo)));
        var (desk, version) = (await c.DeskOf(Officer), (await c.Row()).Version);
        var file = (await house.Use((CaseFiles cases) => cases.Open(c.CaseId)))!;
        var name = new RawAnswer(new Dictionary<string, string> { ["local"] = "पार्वती कदम", ["latin"] = "Parvati Kadam" });
        Assert.True((await house.Use((CorrectCertificate correct) => correct.Run(desk, c.CaseId, version, "नावात चूक",
            question => question.Id == "name" ? name : new(QuestionType.Of(question).Typed(question, file.Answers[question.Id]!)), LanguageCode.English))).IsDone);
        await house.OutboxDrained();
        var corrected = await Newest(c);
        Assert.Contains("Parvati Kadam", Tool.OneLine(corrected));
        Assert.Contains($"{c.Reference}-2 · Copy of the record, page 1 of 1", Tool.OneLine(corrected));
        Assert.Equal((1, 1), (Added(corrected), Pictures(corrected)));
        Assert.Contains("Signature is Valid", Checked(corrected), StringComparison.Ordinal);

        var archive = await Her_own_data.Archive(house, citizen);
        Assert.Equal(1, Added(archive.Single(one => one.Key.EndsWith($"{c.Reference}-2.pdf", StringComparison.Ordinal)).Value));

        var record = DocumentType.PaperOf(file.Findings["record_pages"])!.Parts.Single().File;
        string[] Stored() => [.. Directory.EnumerateFiles(house.Settings.Folders.Papers, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path))];
        Assert.Contains(record, Stored());
        house.Clock.Advance(TimeSpan.FromDays(31 * 366));
        Assert.True((await house.Use((ErasePerson erase) => erase.Run(c.Reference.ToString()))).IsDone);
        Assert.Empty(Stored());
    }

    async Task<byte[]> Made(TestCase c, byte[] record)
    {
        Assert.True((await c.Finds(Officer, record)).IsDone);
        Assert.True((await c.Grants(Officer)).IsDone);
        await house.OutboxDrained();
        return await Newest(c);
    }

    async Task<byte[]> Newest(TestCase c) => (await citizen.Browser.Open($"/mh/en/cases/{c.Reference}/certificate.pdf")).Bytes;

    static string Checked(byte[] pdf) => Tool.On(pdf, "pdfsig", "-nocert");

    /// <summary>The pages behind the certificate's own, of which the last has the code and where it is verified.</summary>
    static int Added(byte[] pdf)
    {
        var pages = Tool.Text(pdf).TrimEnd('\f').Split('\f');
        Assert.Equal(int.Parse(Tool.On(pdf, "qpdf", "--show-npages"), System.Globalization.CultureInfo.InvariantCulture), pages.Length);
        return pages.Length - 1 - Array.FindIndex(pages, page => page.Contains("/v/", StringComparison.Ordinal));
    }

    static int Pictures(byte[] pdf) => Encoding.Latin1.GetString(pdf).Split("/DCTDecode").Length - 1;
}
