using System.Net;
using EkDwar.Cases;
using EkDwar.Tests.Journeys;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Processing;

public sealed class A_case_on_a_desk
{
    [Fact]
    public async Task shows_answers_paper_count_and_history_and_records_the_look()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Forwarded();
        var page = await (await house.AtDesk("circle")).Case(c);
        Assert.Contains("घर क्र. 12, केसनंद, 412207", page.Text);
        Assert.Contains("₹1,42,000", page.Text);
        Assert.Contains("First day, not counted", page.TextOf("details"));
        var steps = page.Document.QuerySelectorAll(".ek-steps li b").Select(step => step.TextContent).ToList();
        Assert.EndsWith("Sent on", steps[0]);
        Assert.EndsWith("Application received", steps[^1]);
        Assert.Contains("कागदपत्रे पूर्ण", page.TextOf(".ek-steps li q"));
        var paper = await page.Browser.Open(page["main figure img"].GetAttribute("src")!);
        Assert.Equal("image/jpeg", paper.Response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("sandbox", paper.Response.Headers.GetValues("Content-Security-Policy").Single());
        foreach (var absent in (string[])["/papers/purpose", "/papers/none", "/certificates/1.pdf"])
            Assert.Equal(HttpStatusCode.NotFound, (await page.Browser.Case(c, absent)).Status);
        var looks = await house.Db(db => db.Set<Look>().AsNoTracking().OrderBy(look => look.At).ThenBy(look => look.LookId).ToListAsync());
        Assert.Equal(["case", "paper income_proof"], looks.Select(look => look.What));
        Assert.All(looks, look => Assert.Equal("assigned", look.Reason));
        // She reads at once that her file was opened, and by which post.
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        var tracker = await (await house.BrowserOf(c.Citizen)).Open($"/mh/en/cases/{c.Reference}");
        Assert.Equal(2, tracker.Document.QuerySelectorAll("table.ek-table tbody tr").Count(look => look.TextContent.Contains("Circle Officer", StringComparison.Ordinal)));
        // What the same desk opens again that day is told in the same line, and the next day in its own.
        await (await house.AtDesk("circle")).Case(c);
        await (await house.AtDesk("circle")).Case(c);
        Assert.Equal(["The application (3 times that day)", "A paper"], await Told());
        house.Clock.AdvanceDays(1);
        await (await house.AtDesk("circle")).Case(c);
        Assert.Equal(["The application", "The application (3 times that day)", "A paper"], await Told());

        async Task<List<string>> Told() => [.. (await (await house.BrowserOf(c.Citizen)).Open($"/mh/en/cases/{c.Reference}")).Document.QuerySelectorAll("table.ek-table tbody tr")
            .Where(row => row.TextContent.Contains("Circle Officer", StringComparison.Ordinal)).Select(row => row.QuerySelector("td")!.TextContent.Trim())];
    }

    [Fact]
    public async Task that_was_passed_on_is_opened_again_for_a_reason_that_its_applicant_reads()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Forwarded();
        // On the day on which it left her desk she may still look at what she has done.
        Assert.Equal($"/desk/en/cases/{c.Reference}", (await (await house.AtDesk("clerk")).Case(c)).Path);
        house.Clock.AdvanceDays(1);
        var clerk = await house.AtDesk("clerk");
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Case(c, "/papers/income_proof/1.jpg")).Status);
        var asked = await clerk.Case(c);
        Assert.Equal($"/desk/en/cases/{c.Reference}/why", asked.Path);
        Assert.DoesNotContain("केसनंद", asked.Text);
        Assert.Equal(["Choose why you open this application."], (await asked.Form().Press()).Problems);
        var desk = await house.Desk("clerk");
        Assert.Equal(LookAtCase.ReasonNeeded, (await house.Use((LookAtCase look) => look.State(desk, c.Reference, "assigned"))).Refusals.Single());
        Assert.Equal($"/desk/en/cases/{c.Reference}", (await asked.Form().With("reason", "applicant_asked").Press()).Path);
        Assert.Equal(HttpStatusCode.OK, (await clerk.Case(c, "/papers/income_proof/1.jpg")).Status);
        var tracker = await (await house.BrowserOf(c.Citizen)).Open($"/mh/en/cases/{c.Reference}");
        Assert.Contains("The application: the applicant asked about it", tracker.Text);
        // The next day she is asked anew; whoever has it never is, nor the desk on which it ended.
        house.Clock.AdvanceDays(1);
        Assert.EndsWith("/why", (await (await house.AtDesk("clerk")).Case(c)).Path);
        Assert.EndsWith($"/{c.Reference}", (await (await house.AtDesk("circle")).Case(c)).Path);
        Assert.True((await c.Report()).IsDone && (await c.Grant()).IsDone);
        house.Clock.AdvanceDays(2);
        Assert.EndsWith($"/{c.Reference}", (await (await house.AtDesk("tahsildar")).Case(c)).Path);
        Assert.EndsWith("/why", (await (await house.AtDesk("circle")).Case(c)).Path);
    }

    [Fact]
    public async Task is_not_there_for_another_post()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Submitted();
        var browser = await house.AtDesk("tahsildar");
        foreach (var more in new[] { "", "/grant", "/refuse", "/certificate", "/papers/income_proof", "/certificates/1.pdf" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Case(c, more)).Status);
        Assert.Equal("We could not find that application", (await browser.Case(c)).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/desk/en/cases/MH-0000-0000-0000-0")).Status);
        Assert.Equal(0, await house.Db(db => db.Set<Look>().CountAsync()));
    }

    [Fact]
    public async Task is_sent_on_and_the_inbox_says_so()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Submitted();
        var browser = await house.AtDesk("clerk");
        var inbox = await (await browser.Case(c)).Form("#forward").With("forward-note", "सर्व ठीक").Press();
        Assert.Equal("/desk/en/inbox", inbox.Path);
        Assert.Contains($"{c.Reference} was sent on.", inbox.TextOf(".govuk-notification-banner"));
        Assert.Equal("verification", (await c.WorkItems()).Single(item => item.DoneAt is null).Stage);
        Assert.Contains("no longer on your desk", (await browser.Case(c)).Text);
    }

    [Fact]
    public async Task takes_a_field_report_and_keeps_what_was_typed_when_something_lacks()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Forwarded();
        var browser = await house.AtDesk("circle", "mr");
        var page = await (await browser.Case(c, language: "mr")).Form("#report").Ticked("report-check").With("report-words", "घरी गेलो.\r\nशेत पाहिले.").Press();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["अर्जाची शिफारस करता की नाही ते निवडा."], page.Problems);
        Assert.Equal("mr", page["html"].GetAttribute("lang"));
        Assert.Equal("घरी गेलो.\r\nशेत पाहिले.", page.Form("#report").Value("report-words"));
        await page.Form("#report").With("report-recommends", "no").Press();
        var told = await (await house.AtDesk("tahsildar")).Case(c);
        Assert.Contains("Not recommended", told.TextOf(".ek-steps"));
    }

    [Fact]
    public async Task is_asked_about_once_with_all_defects()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Submitted();
        var browser = await house.AtDesk("clerk");
        var empty = await (await browser.Case(c)).Form("#query").With("query-words", "पुन्हा जोडा").Press();
        Assert.Equal(["Say of at least one answer or paper what is wrong with it."], empty.Problems);
        Assert.Equal("पुन्हा जोडा", empty.Form("#query").Value("query-words"));
        await empty.Form("#query").With("query-reason-income_proof", "unreadable").With("query-note-income_proof", "सही दिसत नाही").With("query-reason-address", "wrong").Press();
        var row = await c.Row();
        Assert.Equal((CaseStatus.AwaitingCitizen, true), (row.Status, row.IsPaused));
        var waiting = await browser.Case(c);
        Assert.False(waiting.Has("main form:not(#note)"));
        Assert.Contains("Proof of income: It cannot be read. सही दिसत नाही", waiting.TextOf(".ek-steps"));
        Assert.Contains("Your address: It is not right.", waiting.TextOf(".ek-steps"));
        await c.Answer();
        var answered = await browser.Case(c);
        // Once more only by leave.
        Assert.EndsWith("handler=Second", answered["#query"].GetAttribute("action"));
        Assert.Equal("processing.one_query_only", Assert.Single((await c.Query()).Refusals).Code);
    }

    [Fact]
    public async Task refuses_what_its_stage_does_not_allow()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Submitted();
        var browser = await house.AtDesk("clerk");
        var page = await browser.Case(c);
        Assert.False(page.Has("#report"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Case(c, "/grant")).Status);
        var request = page.Form("#forward").Request();
        request.RequestUri = new(request.RequestUri!.ToString().Replace("Forward", "Report"));
        var refused = await browser.Send(request);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(["This desk may not do that."], refused.Problems);
        Assert.Equal("scrutiny", (await c.WorkItems()).Single().Stage);
    }

    [Fact]
    public async Task tells_who_comes_second_and_writes_nothing_of_hers()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Submitted();
        var browser = await house.AtDesk("clerk");
        var stale = await browser.Case(c);
        await c.Query();
        await c.Answer();
        var second = await stale.Form("#forward").With("forward-note", "उशिरा").Press();
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.StartsWith("Somebody else acted on this application", second.Problems.Single());
        Assert.Equal((await c.Row()).Version.ToString(), second.Form("#forward").Value("version"));
        Assert.Equal(["ApplicationSubmitted", "QueryRaised", "QueryAnswered"], (await c.Ledger()).Select(entry => entry.Kind));
    }
}
