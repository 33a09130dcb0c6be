using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Foundation.Drawing;
using EkDwar.Tests.Foundation.Files;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Foundation.Scanning;
using EkDwar.Tests.Paying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Processing;

/// <summary>A record that an officer gives in the form of a stage is taken in like a citizen's paper, and stands on the desk like one.</summary>
public sealed class A_record_given_at_a_desk
{
    const string Service = "fir-copy", Officer = "police_station_officer", Field = "find-record_pages-file";

    static readonly byte[] Infected = PdfSamples.Plain($"<< /Note ({System.Text.Encoding.ASCII.GetString(Clamd.Malware)}) >>");

    [Fact]
    public async Task comes_by_a_form_of_plain_html_and_is_refused_in_the_words_citizens_read()
    {
        await using var house = await TestHouse.Open();
        var c = await house.AppliedFor(await house.SignedInCitizen(), Service);
        var desk = await c.AtDeskOf(Officer);
        var page = await desk.Case(c);
        page = await Filled(page).Press();
        Assert.Equal([Words("files.empty")], page.Problems);
        Assert.Equal("214/2026", page.Form("#find").Value("find-fir_number"));
        foreach (var bad in (byte[][])["not a paper at all"u8.ToArray(), [.. Copied.TwoPages[..60]], Copied.TwoPages[..^40]])
            Assert.Equal([Words(PaperCheck.Inspect(bad).Refusal!.Code)], (await Filled(page).WithFile(Field, "fir.pdf", bad, "application/pdf").Press()).Problems);
        Assert.Equal(["Page 1 of the record cannot be drawn, so it cannot be added to the copy. Give it again, as a photo or as another PDF."],
            (await Filled(page).WithFile(Field, "fir.png", PngPictures.InterlacedBadly(), "image/png").Press()).Problems);
        Assert.DoesNotContain(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.FindingsRecorded));

        page = await Filled(page).WithFile(Field, "1.jpg", Copied.Photo, "image/jpeg").WithFile(Field, "2.pdf", Copied.TwoPages, "application/pdf").Press();
        Assert.Contains("What you found was saved.", page.TextOf(".govuk-notification-banner"));
        Assert.Contains("Given: 3 pages.", page.TextOf("#find"));
        var figure = page.Document.QuerySelectorAll("main figure").Single(one => one.TextContent.Contains("The pages of the record", StringComparison.Ordinal));
        Assert.Equal("image/jpeg", (await desk.Open(figure.QuerySelector("img")!.GetAttribute("src")!)).Response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Page 3 of 3", (await desk.Case(c, "/papers/record_pages?page=3")).TextOf("main figure figcaption"));
        // Sent again without a file, the record stays; what is held by a case is loose no more.
        page = await Filled(page).Press();
        Assert.Contains("Given: 3 pages.", page.TextOf("#find"));
        var parts = DocumentType.PaperOf((await house.Use((CaseFiles cases) => cases.Open(c.CaseId)))!.Findings["record_pages"])!.Parts.Select(part => part.File).ToList();
        Assert.Equal(0, await house.Db(db => db.Set<LooseFile>().CountAsync(file => parts.Contains(file.FileId))));
        page = await (await page.Follow("a[href$='/grant']")).Form().Press();
        await house.OutboxDrained();
        var pdf = (await c.Citizen.Browser.Open($"/mh/en/cases/{c.Reference}/certificate.pdf")).Bytes;
        foreach (var number in (int[])[1, 2, 3]) Assert.Contains($"page {number} of 3", Tool.OneLine(pdf));
        Assert.Contains("214/2026", Tool.OneLine(pdf));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    static Form Filled(Page page) => page.Form("#find").With("find-fir_number", "214/2026").With("find-fir_on-day", "28").With("find-fir_on-month", "2").With("find-fir_on-year", "2026");

    static string Words(string code) => Texts.Get(LanguageCode.English, code);

    [Fact]
    public async Task waits_for_the_scanner_and_is_copied_only_when_it_is_clean()
    {
        await using var clamd = new Clamd();
        await using var house = await TestHouse.Open(services => services.AddSingleton(clamd.Place));
        var (sound, sick) = (await Scrutinised(house, Copied.TwoPages), await Scrutinised(house, Infected));
        foreach (var c in (TestCase[])[sound, sick]) Assert.Equal("cases.record.not_scanned", (await c.Grants("tax_superintendent")).Refusals.Single().Code);
        Assert.Equal(0, await house.Db(db => db.Set<PaperPicture>().CountAsync()));

        await clamd.InitializeAsync();
        house.Clock.Advance(TimeSpan.FromMinutes(6));
        await house.OutboxDrained();
        Assert.True((await sound.Grants("tax_superintendent")).IsDone);
        Assert.Equal("cases.record.missing", (await sick.Grants("tax_superintendent")).Refusals.Single().Code);
        Assert.Equal(nameof(CaseEvent.RecordInfected), (await sick.Ledger())[^1].Kind);
        Assert.Equal(CaseStatus.InProcess, (await sick.Row()).Status);
        Assert.DoesNotContain(await house.Phone(), message => message.Text.Contains("virus", StringComparison.OrdinalIgnoreCase));
        // Given again where it is asked for, found at once, and then sound.
        var desk = await sick.DeskOf("tax_superintendent");
        var version = (await sick.Row()).Version;
        Assert.True((await house.Use((EkDwar.Processing.ReturnCase giveBack) => giveBack.Run(desk, sick.CaseId, version, "scrutiny", "अभिलेख पुन्हा जोडा."))).IsDone);
        var refused = Assert.Single((await sick.Finds("tax_clerk", Infected)).Refusals);
        Assert.Equal((PaperRefusals.Infected.Code, "record_pages-file"), (refused.Code, refused.Field));
        Assert.True((await sick.Finds("tax_clerk", Copied.TwoPages)).IsDone);
        await Forwards(sick);
        Assert.True((await sick.Grants("tax_superintendent")).IsDone);
    }

    static async Task<TestCase> Scrutinised(TestHouse house, byte[] record)
    {
        var c = await house.AppliedFor(await house.Citizen(), "municipal-document-copy");
        await c.Pays();
        Assert.True((await c.Finds("tax_clerk", record)).IsDone);
        await Forwards(c);
        return c;
    }

    static async Task Forwards(TestCase c)
    {
        var (desk, version) = (await c.DeskOf("tax_clerk"), (await c.Row()).Version);
        Assert.True((await c.House.Use((EkDwar.Processing.ForwardCase forward) => forward.Run(desk, c.CaseId, version, "पाहिले"))).IsDone);
    }
}
