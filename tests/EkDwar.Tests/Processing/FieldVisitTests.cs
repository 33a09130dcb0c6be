using System.Net;
using System.Text.RegularExpressions;
using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Cases.Visits;
using EkDwar.Foundation.Files;
using EkDwar.Processing.Visits;
using EkDwar.Tests.Journeys;
using EkDwar.Tests.Foundation.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Processing;

/// <summary>A visit asked by a link to a phone: opened by a code to the same phone and nothing else, used once, and no decision.</summary>
public sealed class A_field_visit(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string Words = "घर आणि शेत पाहा", Found = "घरी गेलो. दोन एकर शेत आहे.";

    // Each visit has a phone of its own: codes are counted by phone.
    static int phones;

    readonly TestHouse house = shared.House;

    sealed record Asked(TestCase Case, string Mobile, string Link);

    static string Phone() => $"97{Interlocked.Increment(ref phones):D8}";

    /// <summary>A case at the circle officer, who has sent a link to a phone.</summary>
    async Task<Asked> AskedFor(TestCase? known = null)
    {
        var (c, mobile) = (known ?? await house.Case().Forwarded(), Phone());
        var desk = await house.Desk("circle_officer");
        var version = (await c.Row()).Version;
        var outcome = await house.Use((AskFieldVisit ask) => ask.Run(desk, c.CaseId, version, "रामदास शिंदे", mobile, Words));
        Assert.True(outcome.IsDone, string.Join(", ", outcome.Refusals));
        return new(c, mobile, await Link(mobile));
    }

    async Task<string> Link(string mobile)
    {
        await house.OutboxDrained();
        var text = (await house.Phone()).First(message => message.To == mobile && message.Text.Contains("/visit/", StringComparison.Ordinal)).Text;
        return new Uri(text.Split(' ').First(word => word.Contains("/visit/", StringComparison.Ordinal))).AbsolutePath;
    }

    // The clock stands still: the link came at the same moment.
    async Task<string> Code(string mobile)
    {
        await house.OutboxDrained();
        return Regex.Match((await house.Phone()).First(message => message.To == mobile && !message.Text.Contains("/visit/", StringComparison.Ordinal)).Text, "[0-9]{6}").Value;
    }

    /// <summary>The visitor's browser, with the visit open in it.</summary>
    async Task<Page> Opened(Asked visit)
    {
        var asked = await (await house.Browser().Open(visit.Link)).Form("#ask").Press();
        return await asked.Form("#open").With("code", await Code(visit.Mobile)).Press();
    }

    Task<FieldVisit> Row(TestCase c) => house.Db(db => db.Set<FieldVisit>().AsNoTracking().Where(visit => visit.CaseId == c.CaseId).OrderByDescending(visit => visit.Seq).FirstAsync());

    Task<int> LooksOf(TestCase c) => house.Db(db => db.Set<Look>().CountAsync(look => look.CaseId == c.CaseId && look.What == Look.FieldVisit));

    [Fact]
    public async Task goes_from_the_desk_to_a_phone_and_back_with_report_and_photos()
    {
        var citizen = await house.Citizen();
        var c = await house.Case().By(citizen).Forwarded();
        var (due, mobile) = ((await c.Row()).DueOn, Phone());
        var desk = await house.AtDesk("circle");
        var form = (await desk.Case(c)).Form("#visit").With("visit-name", "रामदास शिंदे").With("visit-mobile", "12").With("visit-words", Words);
        var wrong = await form.Press();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, Words), (wrong.Status, wrong.Form("#visit").Value("visit-words")));
        var waits = await wrong.Form("#visit").With("visit-mobile", mobile).Press();
        Assert.Contains("The link is being sent.", waits.TextOf(".govuk-notification-banner"));
        Assert.Contains($"••••••{mobile[6..]}", waits.Text);
        Assert.False(waits.Has("#visit"));

        var link = await Link(mobile);
        Assert.StartsWith("/mh/mr/visit/", link, StringComparison.Ordinal);
        Assert.DoesNotContain(citizen.Name, (await house.Phone()).First(message => message.To == mobile).Text);
        var visitor = house.Browser();
        var ask = await visitor.Open(link);
        Assert.Equal("mr", ask["html"].GetAttribute("lang"));
        var code = await ask.Form("#ask").Press();
        var closed = await code.Form("#open").With("code", "000000").Press();
        foreach (var page in (Page[])[ask, code, closed])
            foreach (var secret in (string[])[citizen.Name, "घर क्र. 12", c.Reference.ToString(), mobile, Words]) Assert.DoesNotContain(secret, page.Text);
        Assert.Equal(0, await LooksOf(c));

        var open = await closed.Form("#open").With("code", await Code(mobile)).Press();
        foreach (var shown in (string[])[citizen.Name, "घर क्र. 12, केसनंद, 412207", "केसनंद", c.Reference.ToString(), Words]) Assert.Contains(shown, open.Text);
        foreach (var secret in (string[])["1,42,000", "1985", citizen.Mobile]) Assert.DoesNotContain(secret, open.Text);
        Assert.False(open.Has("main img"));
        Assert.Equal(1, await LooksOf(c));

        var pdf = await open.Form("#photo").WithFile("file", "a.pdf", PdfSamples.Plain(), "application/pdf").Press();
        Assert.Equal(["छायाचित्र पाठवा: JPEG किंवा PNG चित्र."], pdf.Problems);
        open = await pdf.Form("#photo").WithFile("file", "a.jpg", Samples.Jpeg(segments: [Samples.Segment(0xE1, Samples.Exif(6))]), "image/jpeg").Press();
        open = await open.Form("#photo").WithFile("file", "b.png", Samples.Png(), "image/png").Press();
        Assert.Equal(2, open.Document.QuerySelectorAll("#photos li").Length);
        open = await open.Form("#photos").Press("number=2");
        var lacking = await open.Form("#report").With("words", Found).Press();
        Assert.Equal(["अर्जाची शिफारस करता की नाही ते निवडा."], lacking.Problems);
        var sent = await lacking.Form("#report").With("recommends", "yes").Press();
        Assert.Equal(HttpStatusCode.Gone, sent.Status);
        Assert.Contains("धन्यवाद", sent.Text);
        Assert.Equal(HttpStatusCode.Gone, (await lacking.Form("#report").With("recommends", "no").Press()).Status);

        Assert.Contains(c.Reference.ToString(), (await desk.Open("/desk/en/inbox")).TextOf(".govuk-inset-text"));
        var told = await desk.Case(c);
        Assert.Contains(Found, told.Text);
        Assert.Contains("Your own report is still needed.", told.Text);
        var photo = await desk.Open(told["main img[src*='/visits/']"].GetAttribute("src")!);
        Assert.Equal("image/jpeg", photo.Response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("sandbox", photo.Response.Headers.GetValues("Content-Security-Policy").Single());
        foreach (var absent in (string[])["/visits/1/2.jpg", "/visits/2/1.jpg"]) Assert.Equal(HttpStatusCode.NotFound, (await desk.Case(c, absent)).Status);
        Assert.True((await c.Report()).IsDone);
        Assert.Contains(Found, (await (await house.AtDesk("tahsildar")).Case(c)).Text);
        Assert.Equal(["ApplicationSubmitted", "CaseForwarded", "FieldVisitAsked", "FieldVisitReported", "FieldReportGiven"], (await c.Ledger()).Select(entry => entry.Kind));
        Assert.Equal((due, false), ((await c.Row()).DueOn, (await c.Row()).IsPaused));
        Assert.Contains("कार्यालयाने पाठवलेल्या व्यक्तीने", (await (await house.BrowserOf(citizen)).Open($"/mh/mr/cases/{c.Reference}")).Text);
        Assert.Empty((await house.VerifiedLedger()).Faults);
        await Kept(c);
    }

    /// <summary>Of the photo nothing is left of where it was taken; it is the case's, and goes with it.</summary>
    Task Kept(TestCase c) => house.Use(async (IServiceProvider services) =>
    {
        var file = (await services.GetRequiredService<CaseFiles>().Open(c.CaseId))!;
        var visit = Assert.Single(await services.GetRequiredService<FieldVisits>().Of(file));
        var photo = Assert.Single(visit.Report.Files);
        Assert.True(photo.Read(services.GetRequiredService<FileStore>()).AsSpan().IndexOf(Samples.Gps) < 0);
        Assert.False(await services.GetRequiredService<EkDwar.Foundation.Database.EkDwarDb>().Set<LooseFile>().AnyAsync(loose => loose.FileId == photo.File));
    });

    [Fact]
    public async Task says_politely_what_became_of_its_link_and_tells_nothing_else()
    {
        var (withdrawn, late, passed) = (await AskedFor(), await AskedFor(), await AskedFor());
        var (desk, version) = (await house.Desk("circle_officer"), (await withdrawn.Case.Row()).Version);
        Assert.Equal("processing.visit.one_waits", (await house.Use((AskFieldVisit ask) => ask.Run(desk, withdrawn.Case.CaseId, version, "अ", Phone(), Words))).Refusals.Single().Code);
        var open = await Opened(withdrawn);
        await open.Form("#photo").WithFile("file", "a.jpg", Samples.Jpeg(), "image/jpeg").Press();
        Assert.True((await house.Use((WithdrawFieldVisit withdraw) => withdraw.Run(desk, withdrawn.Case.CaseId, version, 1))).IsDone);
        Assert.True((await passed.Case.Report()).IsDone);
        async Task Says(string link, HttpStatusCode status, string words)
        {
            var page = await house.Browser().Open(link);
            Assert.Equal(status, page.Status);
            Assert.Contains(words, page.Text);
            Assert.False(page.Has("main form"));
            Assert.DoesNotContain(withdrawn.Case.Citizen.Name, page.Text);
        }
        await Says(withdrawn.Link, HttpStatusCode.Gone, "ही पाहणी आता करायची गरज नाही.");
        await Says(passed.Link, HttpStatusCode.Gone, "ही पाहणी आता करायची गरज नाही.");
        await Says(withdrawn.Link[..^1] + (withdrawn.Link[^1] == 'A' ? 'B' : 'A'), HttpStatusCode.NotFound, "ही लिंक बरोबर नाही.");
        await Says("/mh/mr/visit/x", HttpStatusCode.NotFound, "ही लिंक बरोबर नाही.");
        // What was open in a browser is closed there too.
        Assert.Equal(HttpStatusCode.Gone, (await open.Form("#report").With("recommends", "yes").With("words", Found).Press()).Status);
        Assert.True((await AskedFor(withdrawn.Case)).Link != withdrawn.Link);

        open = await Opened(late);
        await open.Form("#photo").WithFile("file", "a.jpg", Samples.Jpeg(), "image/jpeg").Press();
        var held = await house.Db(db => db.Set<LooseFile>().CountAsync(loose => loose.CaseId == late.Case.CaseId));
        house.Clock.Advance(AskFieldVisit.ValidFor);
        await Says(late.Link, HttpStatusCode.Gone, "या लिंकची मुदत संपली.");
        await house.OutboxDrained();
        Assert.Equal((1, VisitStatus.Expired, 0), (held, (await Row(late.Case)).Status, await house.Db(db => db.Set<LooseFile>().CountAsync(loose => loose.CaseId == late.Case.CaseId))));
        Assert.Contains("No report came in time.", (await (await house.AtDesk("circle")).Case(late.Case)).Text);
    }

    [Fact]
    public async Task passed_on_opens_nothing_and_a_code_is_guessed_five_times()
    {
        var (visit, other) = (await AskedFor(), await AskedFor());
        var mine = await Opened(visit);
        // Another visit's cookie, and none, open nothing; a report sent past the page is not taken.
        var stranger = await mine.Browser.Open(other.Link);
        Assert.True(stranger.Has("#ask"));
        var forged = mine.Form("#report").With("recommends", "yes").With("words", Found).Request();
        forged.RequestUri = new(new Uri("http://localhost"), other.Link + "?handler=Report");
        Assert.True((await mine.Browser.Send(forged)).Has("#ask"));
        Assert.Equal(VisitStatus.Waiting, (await Row(other.Case)).Status);
        var page = await stranger.Form("#ask").Press();
        var right = await Code(other.Mobile);
        for (var guess = 0; guess < 5; guess++) page = await page.Form("#open").With("code", right == "111111" ? "222222" : "111111").Press();
        page = await page.Form("#open").With("code", right).Press();
        Assert.True(page.Has("#open"));
        Assert.Equal(0, await LooksOf(other.Case));
    }

    [Fact]
    public async Task is_asked_only_where_a_report_is_given_and_by_who_has_the_case()
    {
        var (submitted, forwarded) = (await house.Case().Submitted(), await house.Case().Forwarded());
        async Task<string> Refused(string designation, TestCase c)
        {
            var (desk, version) = (await house.Desk(designation), (await c.Row()).Version);
            return Assert.Single((await house.Use((AskFieldVisit ask) => ask.Run(desk, c.CaseId, version, "अ", Phone(), Words))).Refusals).Code;
        }
        Assert.Equal((string[])["cases.action_not_here", "cases.not_found", "cases.somebody_else_was_first"],
            (string[])[await Refused("clerk", submitted), await Refused("tahsildar", forwarded), await Refused("clerk", forwarded)]);
        var (circle, seen) = (await house.Desk("circle_officer"), (await forwarded.Row()).Version);
        Assert.Equal(["processing.visit.name_needed", "people.mobile_unreadable", "cases.words_needed"],
            (await house.Use((AskFieldVisit ask) => ask.Run(circle, forwarded.CaseId, seen, " ", "98", ""))).Refusals.Select(refusal => refusal.Code));
    }
}
