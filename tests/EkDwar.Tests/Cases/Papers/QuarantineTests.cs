using System.Net;
using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Tests.Foundation.Files;
using EkDwar.Tests.Foundation.Scanning;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Cases.Papers;

public sealed class A_paper_in_quarantine
{
    static readonly byte[] Infected = PdfSamples.Plain($"<< /Note ({System.Text.Encoding.ASCII.GetString(Clamd.Malware)}) >>");

    [Fact]
    public async Task is_acknowledged_and_shown_to_nobody_until_it_was_scanned_and_goes_when_it_is_infected()
    {
        await using var clamd = new Clamd();
        await using var house = await TestHouse.Open(services => services.AddSingleton(clamd.Place));
        var (sound, sick) = (await Sent(house, PdfSamples.Plain()), await Sent(house, Infected));
        var drafting = await house.SignedInCitizen();
        await drafting.Draft(withPaper: false);
        await drafting.Attach(Infected);
        await house.OutboxDrained();

        var clerk = await house.AtDesk("clerk");
        var corrected = await Corrects(house, clerk);
        foreach (var c in (TestCase[])[sound, sick])
        {
            Assert.NotNull((await c.Row()).DueOn);
            var page = await clerk.Case(c);
            Assert.Contains("has not yet been scanned", page.TextOf("main figure"));
            Assert.False(page.Has("main figure img"));
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.Case(c, "/papers/income_proof/1.jpg")).Status);
        }
        Assert.Equal(0, await house.Db(db => db.Set<PaperPicture>().CountAsync()));

        await clamd.InitializeAsync();
        var due = (await sick.Row()).DueOn;
        house.Clock.Advance(TimeSpan.FromMinutes(6));
        await house.OutboxDrained();
        Assert.True((await clerk.Case(sound)).Has("main figure img"));
        Assert.All(await house.Db(db => db.Set<PaperScan>().AsNoTracking().ToListAsync()), scan => Assert.Null(scan.WaitingKey));

        await IsMissingNow(house, sick, due);
        await IsNotTaken(house, drafting);
        await IsNotSent(drafting);
        await IsNotAccepted(clerk, corrected);
    }

    /// <summary>A sound paper that its applicant wants to replace by one nobody has scanned yet.</summary>
    static async Task<TestCase> Corrects(TestHouse house, Browser clerk)
    {
        var citizen = await house.SignedInCitizen(name: "सुमन काळे");
        var c = await house.Case().By(citizen).Submitted();
        await clerk.Case(c);
        var page = await citizen.Browser.Open($"/mh/en/cases/{c.Reference}/correct/income_proof");
        page = await page.Form("#question").With("answer-kind", "talathi_report").WithFile("answer-file", "1.pdf", Infected, "application/pdf").Press();
        await page.Form().With("words", "चुकीचे कागदपत्र होते.").Press();
        page = await clerk.Case(c);
        Assert.Contains("has not yet been scanned", page.TextOf("section[aria-labelledby=correct] figure"));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Case(c, "/correction/income_proof/1.jpg")).Status);
        return c;
    }

    static async Task IsNotAccepted(Browser clerk, TestCase c)
    {
        var page = await clerk.Case(c);
        Assert.False(page.Has("section[aria-labelledby=correct] img"));
        Assert.Equal(["The new paper was found infected and thrown away. The correction can only be declined."], (await page.Form("#correction").With("correction-verdict", "yes").Press()).Problems);
        await page.Form("#correction").With("correction-verdict", "no").With("correction-words", "फाइल सदोष होती.").Press();
        Assert.Equal(["ApplicationSubmitted", "CorrectionAsked", "CorrectionDeclined"], (await c.Ledger()).Select(entry => entry.Kind));
    }

    static async Task<TestCase> Sent(TestHouse house, byte[] paper)
    {
        var citizen = await house.Citizen();
        await citizen.Draft(withPaper: false);
        await citizen.Attach(paper);
        var sent = await citizen.Submit(Guid.CreateVersion7().ToString("N"));
        Assert.True(sent.IsDone, string.Join(", ", sent.Refusals));
        return new(house, citizen, sent.Value);
    }

    static async Task IsMissingNow(TestHouse house, TestCase c, DateOnly? due)
    {
        Assert.Contains(await house.Phone(), message => message.To == c.Citizen.Mobile && message.Text.Contains("व्हायरस", StringComparison.Ordinal));
        Assert.Equal((CaseStatus.InProcess, due), ((await c.Row()).Status, (await c.Row()).DueOn));
        Assert.False((await (await house.AtDesk("clerk")).Case(c)).Has("main figure"));
        Assert.Empty(Directory.GetFiles(house.Settings.Folders.Papers, (await OneOf(house, c)).FileId, SearchOption.AllDirectories));
        var given = await c.GivePaper();
        Assert.True(given.IsDone, string.Join(", ", given.Refusals));
        Assert.Equal(["ApplicationSubmitted", "PaperInfected", "PapersCompleted"], (await c.Ledger()).Select(entry => entry.Kind));
        Assert.Equal((CaseStatus.InProcess, due), ((await c.Row()).Status, (await c.Row()).DueOn));
        Assert.True((await (await house.AtDesk("clerk")).Case(c)).Has("main figure img"));
    }

    static Task<PaperScan> OneOf(TestHouse house, TestCase c) => house.Db(db => db.Set<PaperScan>().AsNoTracking().SingleAsync(scan => scan.CaseId == c.CaseId));

    /// <summary>A draft with it cannot be sent, and says why; another takes its place.</summary>
    static async Task IsNotSent(TestCitizen citizen)
    {
        var check = await citizen.Browser.Open($"/mh/mr/apply/{TestCitizen.Service}/check-answers");
        var refused = await check.Form().Press();
        Assert.Contains("व्हायरस", Assert.Single(refused.Problems));
        await citizen.Attach(PdfSamples.Plain());
        var sent = await (await citizen.Browser.Open($"/mh/mr/apply/{TestCitizen.Service}/check-answers")).Form().Press();
        Assert.EndsWith("/submitted", sent.Path);
    }

    /// <summary>Given once more while the scanner is there, it is refused at once and not kept.</summary>
    static async Task IsNotTaken(TestHouse house, TestCitizen citizen)
    {
        var files = Directory.GetFiles(house.Settings.Folders.Papers, "*", SearchOption.AllDirectories).Length;
        var page = await citizen.Browser.Open($"/mh/mr/apply/{TestCitizen.Service}/income_proof");
        var refused = await page.Form().With("answer-kind", "salary_slip").WithFile("answer-file", "slip.pdf", Infected).Press();
        Assert.Contains("व्हायरस", Assert.Single(refused.Problems));
        Assert.Equal(files, Directory.GetFiles(house.Settings.Folders.Papers, "*", SearchOption.AllDirectories).Length);
    }
}
