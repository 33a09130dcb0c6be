using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Delivering;
using EkDwar.Foundation.Outcomes;
using EkDwar.Onboarding;
using EkDwar.Processing;
using EkDwar.Tests.Catalogue;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Journeys;

/// <summary>A licence on which two offices report at the same time: what each found decides the way, a case goes back and comes again, and the licence states it.</summary>
public sealed class Stages_side_by_side : IAsyncLifetime
{
    const string Programme = "cultural-programme-licence";
    TestHouse house = null!;
    TestCitizen citizen = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.Open();
        citizen = await house.SignedInCitizen(name: "पार्वतीबाई कदम");
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task are_walked_by_every_post_to_the_licence()
    {
        var c = await Sent();
        await (await (await house.AtDesk("clerk")).Case(c)).Form("#forward").Press();
        var (police, electrical) = (await house.AtDesk("licences"), await house.AtDesk("electrical"));
        foreach (var desk in (Browser[])[police, electrical]) Assert.Contains(c.Reference.ToString(), (await desk.Open("/desk/en/inbox")).Text);
        var tracker = await citizen.Browser.Open($"/mh/en/cases/{c.Reference}");
        Assert.Contains("Police report: not finished yet", tracker.Text);
        Assert.Contains("Report on electrical safety: not finished yet", tracker.Text);
        Assert.Contains("The office wants this part done by 5 March 2026.", tracker.Text);

        // What must be found stops the case, and each field says what is wrong with it.
        var page = await Report(electrical, c);
        Assert.Equal(["First answer and save what this stage asks you."], page.Problems);
        page = await page.Form("#find").With("find-wiring_checked_on-day", "31").With("find-wiring_checked_on-month", "2").With("find-wiring_checked_on-year", "2025").Press();
        Assert.Equal(2, page.Problems.Count);
        Assert.Equal("31", page.Form("#find").Value("find-wiring_checked_on-day"));
        page = await Found(page, "no");
        Assert.Contains("What you found was saved.", page.TextOf(".govuk-notification-banner"));
        Assert.Equal("no", page.Form("#find").Value("find-wiring_is_safe"));
        await Report(electrical, c);
        Assert.Equal(["police_report"], await Open(c));
        tracker = await citizen.Browser.Open($"/mh/en/cases/{c.Reference}");
        Assert.Contains("Report on electrical safety: finished", tracker.Text);
        Assert.Contains("Is the wiring safe? No", tracker.Text);
        Assert.DoesNotContain("Do the police object?", tracker.Text);

        // What she had typed when her session ended is there again.
        page = await police.Case(c);
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        var late = await page.Form("#find").With("find-police_objects", "no").With("find-people_at_most", "५००").Press();
        Assert.Equal("/desk/en/sign-in", late.Path);
        await house.SignsIn(police, "licences.haveli", SeedDemo.DemoPassword, await house.AuthenticatorCode("licences.haveli"));
        page = await police.Case(c);
        Assert.Equal(("no", "५००"), (page.Form("#find").Value("find-police_objects"), page.Form("#find").Value("find-people_at_most")));
        await page.Form("#find").Press();
        await Report(police, c);
        Assert.Equal(["hearing"], await Open(c));

        // Sent back to one of the two, it comes again from there alone.
        var naib = await house.AtDesk("naib");
        page = await (await naib.Case(c)).Form("#return").With("return-stage", "wiring_report").Press();
        Assert.Single(page.Problems);
        page = await page.Form("#return").With("return-stage", "wiring_report").With("return-words", "जोडणी बदलल्यावर पुन्हा पाहा.").Press();
        Assert.Contains("was sent back", page.TextOf(".govuk-notification-banner"));
        electrical = await house.AtDesk("electrical");
        page = await electrical.Case(c);
        Assert.Contains("to be done again", page.TextOf(".ek-steps"));
        await Found(page, "yes");
        await Report(electrical, c);
        // The wiring is safe now and the police never objected: nothing is left to hear.
        Assert.Equal(["decision"], await Open(c));

        await c.Pays();
        var tahsildar = await house.AtDesk("tahsildar");
        Assert.Contains("How many people at most? 500", (await tahsildar.Case(c)).Text);
        await (await tahsildar.Case(c, "/grant")).Form().Press();
        await house.OutboxDrained();
        Assert.Contains("500", await Certificate(c));
        Assert.Equal(["ApplicationSubmitted", "CaseForwarded", "FindingsRecorded", "FieldReportGiven", "FindingsRecorded", "FieldReportGiven", "CaseReturned",
            "FindingsRecorded", "FieldReportGiven", "FeePaid", "ApplicationGranted", "CertificateIssued"], (await c.Ledger()).Select(entry => entry.Kind));
        Assert.Contains(await house.Phone(), sent => sent.Text.Contains("कार्यक्रम अर्ज", StringComparison.Ordinal) && sent.Text.Contains(c.Reference.Compact, StringComparison.Ordinal));
        Assert.Contains(await house.Phone(), sent => sent.Text.Contains("कार्यक्रमाच्या जागी", StringComparison.Ordinal));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task all_wait_while_one_of_them_asks_the_applicant()
    {
        var c = await Sent();
        var clerk = await house.Desk("clerk");
        Done(await house.Use(async (ForwardCase forward) => await forward.Run(clerk, c.CaseId, (await c.Row()).Version, null)));
        var last = EkDwar.Cases.LedgerFacts.Parse((await c.Ledger())[^1].Facts);
        Assert.Equal("police_report", last.Stage);
        Assert.Equal(["wiring_report"], last.Beside);
        var (police, electrical) = (await house.Desk("police_inspector_licences"), await house.Desk("electrical_inspector"));
        Done(await house.Use(async (RaiseQuery query) => await query.Run(police, c.CaseId, (await c.Row()).Version, [new("venue", "incomplete", null)], "जागा कोणती?")));
        Assert.All((await c.WorkItems()).Where(item => item.DoneAt is null), item => Assert.True(item.IsPaused));
        Assert.Contains("waits_for_citizen", Assert.Single((await Finds(electrical, c)).Refusals).Code);
        Assert.Equal("cases.not_found", Assert.Single((await house.Use(async (ReturnCase back) => await back.Run(await house.Desk("tahsildar"), c.CaseId, (await c.Row()).Version, "scrutiny", "पुन्हा"))).Refusals).Code);
        Assert.Equal("cases.action_not_here", Assert.Single((await house.Use(async (ReturnCase back) => await back.Run(police, c.CaseId, (await c.Row()).Version, "scrutiny", "पुन्हा"))).Refusals).Code);
    }

    async Task<Outcome<CaseReference>> Finds(EkDwar.People.DeskSession desk, TestCase c) => await house.Use(async (RecordFindings findings) => await findings.Run(desk, c.CaseId, (await c.Row()).Version,
        question => PlausibleAnswers.To(question, EkDwar.Catalogue.Questions.AnswerFacts.WithoutPlaces(new(2026, 1, 5)), 0), EkDwar.Foundation.Languages.LanguageCode.English));

    static async Task<Page> Report(Browser desk, TestCase c) =>
        await (await desk.Case(c)).Form("#report").With("report-recommends", "yes").With("report-words", "पाहणी केली.").Press();

    static Task<Page> Found(Page page, string isSafe) => page.Form("#find").With("find-wiring_checked_on-day", "1").With("find-wiring_checked_on-month", "3")
        .With("find-wiring_checked_on-year", "2026").With("find-wiring_is_safe", isSafe).Press();

    static async Task<IEnumerable<string>> Open(TestCase c) => (await c.WorkItems()).Where(item => item.DoneAt is null).Select(item => item.Stage);

    async Task<TestCase> Sent()
    {
        var service = (await house.Services.GetRequiredService<PublishedServices>().Current("mh", Programme))!;
        await Every_service_of_the_catalogue.Answered(house, citizen, service);
        var sent = await house.Use(async (IServiceProvider services) => await services.GetRequiredService<SubmitApplication>()
            .Run(citizen.Session, (await services.GetRequiredService<Drafts>().Open(citizen.Session, "mh", Programme))!, Guid.CreateVersion7().ToString("N"), "web", "mr"));
        return new(house, citizen, Done(sent));
    }

    async Task<string> Certificate(TestCase c)
    {
        var file = (await house.Use((CaseFiles files) => files.Open(c.CaseId)))!;
        var certificate = Assert.Single(await c.Certificates());
        return Tool.OneLine(await house.Use((CertificateFiles files) => Task.FromResult(files.Read(certificate, file.Seal))));
    }

    static T Done<T>(Outcome<T> outcome) => outcome.IsDone ? outcome.Value : throw new InvalidOperationException(string.Join(", ", outcome.Refusals));
}
