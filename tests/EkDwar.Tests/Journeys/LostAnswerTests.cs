using System.Net;
using EkDwar.Cases;
using EkDwar.Tests.Foundation.Files;
using EkDwar.Tests.Processing;

namespace EkDwar.Tests.Journeys;

/// <summary>A form arrived and its answer did not: sent again, it is told what happened, and nothing happens twice.</summary>
public sealed class A_lost_answer(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly TestHouse house = shared.House;

    async Task<Page> SentAgain(Browser browser, Func<HttpRequestMessage> request)
    {
        using var lost = await browser.Client.SendAsync(request(), TestContext.Current.CancellationToken);
        Assert.True((int)lost.StatusCode is 302 or 303, lost.StatusCode.ToString());
        var before = await Evidence.Of(house);
        var told = await browser.Send(request());
        Assert.Equal(HttpStatusCode.OK, told.Status);
        Assert.Empty(told.Problems);
        Assert.Equal(before, await Evidence.Of(house));
        return told;
    }

    [Fact]
    public async Task to_a_missing_paper_is_the_acknowledgement()
    {
        var citizen = await house.Citizen();
        var c = await house.Case().By(citizen).WithoutPaper().Submitted();
        var page = await (await house.BrowserOf(citizen)).Open($"/mh/mr/cases/{c.Reference}/papers/income_proof");
        var told = await SentAgain(page.Browser, () => page.Form().With("answer-kind", "talathi_report").WithFile("answer-file", "a.jpg", Samples.Jpeg(), "image/jpeg").Request());
        Assert.EndsWith($"/cases/{c.Reference}/submitted", told.Path);
        Assert.Equal(["ApplicationSubmitted", "PapersCompleted"], (await c.Ledger()).Select(entry => entry.Kind));
        Assert.EndsWith("/submitted", (await page.Browser.Open(page.Path)).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await page.Browser.Open($"/mh/mr/cases/{c.Reference}/papers/address")).Status);
    }

    [Fact]
    public async Task to_the_answer_to_a_query_is_the_tracker()
    {
        var citizen = await house.Citizen();
        var c = await house.Case().By(citizen).Queried();
        var page = await (await house.BrowserOf(citizen)).Open($"/mh/mr/cases/{c.Reference}/query");
        var anew = await page.Browser.Open($"/mh/mr/cases/{c.Reference}/query/income_proof");
        page = await anew.Form("#question").With("answer-kind", "talathi_report").WithFile("answer-file", "a.jpg", Samples.Jpeg(), "image/jpeg").Press();
        var told = await SentAgain(page.Browser, () => page.Form().With("words", "जोडला आहे.").Request());
        Assert.EndsWith($"/cases/{c.Reference}", told.Path);
        Assert.Equal(["ApplicationSubmitted", "QueryRaised", "QueryAnswered"], (await c.Ledger()).Select(entry => entry.Kind));
        var never = await house.Case().By(citizen).Submitted();
        Assert.Equal(HttpStatusCode.NotFound, (await page.Browser.Open($"/mh/mr/cases/{never.Reference}/query")).Status);
    }

    public static TheoryData<string, string> Acts => new()
    {
        { "forward", "was sent on" }, { "query", "" }, { "report", "" }, { "grant", "was granted" }, { "refuse", "was refused" },
    };

    [Theory, MemberData(nameof(Acts))]
    public async Task to_an_act_at_a_desk_is_what_it_did(string act, string words)
    {
        var c = await (act switch { "forward" or "query" => house.Case().Submitted(), "report" => house.Case().Forwarded(), _ => house.Case().Reported() });
        var browser = await house.AtDesk(act switch { "forward" or "query" => "clerk", "report" => "circle", _ => "tahsildar" });
        var form = await Filled(browser, c, act);
        var told = await SentAgain(browser, () => form.Request(act == "refuse" ? "Refuse and send this letter" : null));
        Assert.Equal("/desk/en/inbox", told.Path);
        var banner = told.TextOf(".govuk-notification-banner");
        Assert.Contains(c.Reference.ToString(), banner);
        Assert.Contains(words, banner);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    static async Task<Form> Filled(Browser browser, TestCase c, string act) => act switch
    {
        "forward" => (await browser.Case(c)).Form("#forward").With("forward-note", "सर्व ठीक"),
        "query" => (await browser.Case(c)).Form("#query").With("query-reason-income_proof", "unreadable").With("query-words", "पुन्हा जोडा"),
        "report" => (await browser.Case(c)).Form("#report").Ticked("report-check").With("report-recommends", "yes").With("report-words", "भेट दिली"),
        "grant" => (await browser.Case(c, "/grant")).Form(),
        _ => (await (await browser.Case(c, "/refuse")).Form().With("ground", "income_not_proved").With("words", "वेतन दाखला अपूर्ण आहे.").Press()).Form(),
    };

    [Theory, InlineData("only", "CertificateRevoked"), InlineData("anew", "CertificateRevoked CertificateReissued")]
    public async Task to_a_revocation_is_what_became_of_the_certificate(string way, string kinds)
    {
        var c = await house.Case().Certified();
        var browser = await house.AtDesk("tahsildar");
        var page = await browser.Case(c, "/certificate");
        var told = await SentAgain(browser, () => page.Form().With("way", way).With("words", "नावात चूक").Request());
        Assert.Equal(page.Path, told.Path);
        var banner = told.TextOf(".govuk-notification-banner");
        await house.OutboxDrained();
        Assert.Equal(kinds, string.Join(' ', (await c.Ledger()).Select(entry => entry.Kind).Where(kind => kind is "CertificateRevoked" or "CertificateReissued")));
        // Still the same act after the new certificate is made; another reason is another act.
        Assert.Equal(banner, (await page.Form().With("way", way).With("words", "नावात चूक").Press()).TextOf(".govuk-notification-banner"));
        Assert.Equal(HttpStatusCode.Conflict, (await page.Form().With("way", way).With("words", "दुसरे कारण").Press()).Status);
    }

    [Fact]
    public async Task is_not_given_to_whom_it_was_not_meant_for()
    {
        var c = await house.Case().Submitted();
        var seen = (await c.Row()).Version;
        Assert.True((await c.Forward(seen)).IsDone);
        Assert.True((await c.Forward(seen)).IsDone);
        var desk = await house.Desk("clerk");
        Assert.Equal("cases.somebody_else_was_first", await Refused(desk with { OfficialId = (await house.Desk("tahsildar")).OfficialId }, seen, "कागदपत्रे पूर्ण"));
        Assert.Equal("cases.somebody_else_was_first", await Refused(desk, seen, "दुसरे शब्द"));
        Assert.Equal("cases.somebody_else_was_first", await Refused(desk, seen + 1, "कागदपत्रे पूर्ण"));
        Assert.Equal("cases.somebody_else_was_first", await Refused(desk, -1, "कागदपत्रे पूर्ण"));
        Assert.Equal(["ApplicationSubmitted", "CaseForwarded"], (await c.Ledger()).Select(entry => entry.Kind));

        async Task<string> Refused(EkDwar.People.DeskSession session, long version, string note) => Assert.Single((await house.Use(
            (EkDwar.Processing.ForwardCase forward) => forward.Run(session, c.CaseId, version, note))).Refusals).Code;
    }

    [Fact]
    public async Task of_a_double_click_is_one_act_and_two_answers()
    {
        for (var round = 0; round < 10; round++)
        {
            var c = await house.Case().Reported();
            var seen = (await c.Row()).Version;
            var outcomes = await Task.WhenAll(Task.Run(() => c.Grant(seen)), Task.Run(() => c.Grant(seen)));
            Assert.All(outcomes, outcome => Assert.Equal(c.Reference, outcome.Value));
            Assert.Single(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.ApplicationGranted));
        }
    }

    [Fact]
    public async Task cannot_be_made_up_by_a_link_and_is_told_once()
    {
        var c = await house.Case().Certified();
        var browser = await house.AtDesk("tahsildar");
        foreach (var link in (string[])[$"inbox?done=granted&reference={c.Reference}", $"cases/{c.Reference}/certificate?done=revoked"])
            Assert.False((await browser.Open("/desk/en/" + link)).Has(".govuk-notification-banner"));
        var other = await house.Case().Reported();
        Assert.True((await (await browser.Case(other, "/grant")).Form().Press()).Has(".govuk-notification-banner"));
        Assert.False((await browser.Open("/desk/en/inbox")).Has(".govuk-notification-banner"));
    }
}
