using System.Net;
using System.Text;
using EkDwar.Cases;
using EkDwar.Onboarding;
using EkDwar.Places;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Cases;

/// <summary>An officer's words that came after her session had ended.</summary>
public sealed class Words_that_came_too_late : IAsyncLifetime
{
    const string Notice = "This has not been sent yet.", Words = "ज्ञानेश्वर र्‍हाळकर:\r\n<b>दाखला</b> जोडा.";
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    [Fact]
    public async Task of_a_query_are_there_again_after_signing_in_and_go_once_sent()
    {
        var c = await house.Case().Submitted();
        var late = await Late(await (await house.AtDesk("clerk")).Case(c), "#query", form => form.With("query-reason-income_proof", "unreadable").With("query-reason-address", "wrong").With("query-words", Words));
        Assert.Contains("What you typed is kept.", late.Text);
        Assert.Single(await c.Ledger());
        var page = await SignInAgain(late, "clerk");
        Assert.Equal($"/desk/en/cases/{c.Reference}", page.Path);
        Assert.Contains(Notice, page.Text);
        Assert.False(page.Title.StartsWith("Error", StringComparison.Ordinal));
        Assert.Equal(Words, page.Form("#query").Value("query-words"));
        Assert.Equal(("wrong", "unreadable"), (page.Form("#query").Value("query-reason-address"), page.Form("#query").Value("query-reason-income_proof")));
        Assert.Equal("", page.Form("#forward").Value("forward-note"));
        Assert.True(page["details:has(#query)"].HasAttribute("open"));
        // Looked at again, it is still there.
        Assert.Equal(Words, (await page.Browser.Case(c)).Form("#query").Value("query-words"));
        Assert.Equal("/desk/en/inbox", (await page.Form("#query").Press()).Path);
        Assert.Equal(CaseStatus.AwaitingCitizen, (await c.Row()).Status);
        Assert.Equal(0, await Stored());
    }

    [Fact]
    public async Task of_a_note_and_of_a_report_are_there_again()
    {
        var c = await house.Case().Submitted();
        var page = await SignInAgain(await Late(await (await house.AtDesk("clerk")).Case(c), "#forward", form => form.With("forward-note", Words)), "clerk");
        Assert.Equal(Words, page.Form("#forward").Value("forward-note"));
        await page.Form("#forward").Press();
        page = await SignInAgain(await Late(await (await house.AtDesk("circle")).Case(c), "#report", form => form.With("report-recommends", "no").With("report-words", Words)), "circle");
        Assert.Equal(("no", Words), (page.Form("#report").Value("report-recommends"), page.Form("#report").Value("report-words")));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task of_a_refusal_are_there_again_before_and_after_its_letter(bool afterLetter)
    {
        var c = await house.Case().Reported();
        var form = await (await house.AtDesk("tahsildar")).Case(c, "/refuse");
        if (afterLetter) form = await form.Form().With("ground", "income_not_proved").With("words", Words).Press();
        var late = afterLetter ? await Late(form, "main form", filled => filled)
            : await Late(form, "main form", filled => filled.With("ground", "income_not_proved").With("words", Words));
        var page = await SignInAgain(late, "tahsildar");
        Assert.Equal($"/desk/en/cases/{c.Reference}/refuse", page.Path);
        Assert.Contains(Notice, page.Text);
        Assert.Equal(("income_not_proved", Words), (page.Form().Value("ground"), page.Form().Value("words")));
        Assert.Equal("", (await page.Browser.Case(c, "/grant")).Form().Value("words"));
        Assert.Equal("/desk/en/inbox", (await (await page.Form().Press()).Form().Press()).Path);
        Assert.Equal(CaseStatus.Refused, (await c.Row()).Status);
        Assert.Equal(0, await Stored());
    }

    /// <summary>Pages beside the case, each with its form, one of its fields, and who writes there.</summary>
    [Theory, InlineData("fee", "clerk", "form[action*='handler=Show']", "words"), InlineData("transfer", "clerk", "#transfer", "words"), InlineData("set-aside", "sdo.pune", "main form", "number")]
    public async Task of_a_page_beside_the_case_are_there_again_and_take_nothing_of_the_case_page(string page, string who, string form, string field)
    {
        var c = page switch
        {
            "fee" => await house.AppliedFor(await house.Citizen(), "land-record-copy-tahsil"),
            "set-aside" => await house.Case().Refused(),
            _ => await house.Case().Submitted(),
        };
        if (page != "set-aside") await Late(await (await house.AtDesk(who)).Case(c), "#note", note => note.With("note-words", Words));
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        var browser = page == "set-aside" ? await house.AtPost(who, (await c.DeskOf("sub_divisional_officer")).PostId) : await house.AtDesk(who);
        var late = await Late(await browser.Case(c, $"/{page}" + (page == "transfer" ? "?q=Paud" : "")), form, filled => filled.With(field, "अपील/12/2026"));
        Assert.Contains("What you typed is kept.", late.Text);
        var again = await SignInAgain(late, who);
        if (again.Has("input[name=post]")) again = await again.Form().With("post", $"{(await c.DeskOf("sub_divisional_officer")).PostId}").Press();
        Assert.StartsWith($"/desk/en/cases/{c.Reference}/{page}", again.Path);
        Assert.Contains(Notice, again.Text);
        Assert.Equal("अपील/12/2026", again.Form(form).Value(field));
        // What was kept of the case's own page is there as it was.
        if (page != "set-aside") Assert.Equal(Words, (await again.Browser.Case(c)).Form("#note").Value("note-words"));
        Assert.Equal(page == "set-aside" ? 1 : 2, await Stored());
    }

    [Fact]
    public async Task of_a_page_that_gives_nothing_back_are_not_kept_and_take_no_others_place()
    {
        var c = await house.Case().Submitted();
        await Late(await (await house.AtDesk("clerk")).Case(c), "#note", note => note.With("note-words", Words));
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        var browser = await house.AtDesk("clerk");
        using var request = (await browser.Case(c)).Form("#note").With("note-words", "x").Request();
        request.RequestUri = new($"{request.RequestUri}".Replace($"{c.Reference}", $"{c.Reference}/why", StringComparison.Ordinal), UriKind.RelativeOrAbsolute);
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        await browser.Send(request);
        Assert.Equal("case", (await house.Db(db => db.Set<UnsentForm>().AsNoTracking().SingleAsync())).Page);
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(Words, (await (await house.AtDesk("clerk")).Case(c)).Form("#note").Value("note-words"));
    }

    [Fact]
    public async Task are_nobody_elses_and_sealed()
    {
        var c = await house.Case().Submitted();
        await Late(await (await house.AtDesk("clerk")).Case(c), "#forward", form => form.With("forward-note", Words));
        var kept = await house.Db(db => db.Set<UnsentForm>().AsNoTracking().SingleAsync());
        Assert.DoesNotContain("दाखला", Encoding.UTF8.GetString(kept.Fields), StringComparison.Ordinal);
        Assert.Equal((await house.Desk("clerk")).OfficialId, kept.OfficialId);
        // Another official of the same post has the case, and not the words.
        var circle = await house.Desk("circle_officer");
        await house.Db(async db =>
        {
            await db.Set<PostHolding>().Where(holding => holding.OfficialId == circle.OfficialId).ExecuteDeleteAsync();
            db.Add(new PostHolding { PostHoldingId = Guid.CreateVersion7(), OfficialId = circle.OfficialId, PostId = kept.PostId, FromOn = new(2026, 1, 1) });
            await db.Save();
        });
        var page = await (await house.AtDesk("circle")).Case(c);
        Assert.Equal((HttpStatusCode.OK, ""), (page.Status, page.Form("#forward").Value("forward-note")));
        Assert.DoesNotContain(Notice, page.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("post"), InlineData("case"), InlineData("token"), InlineData("age")]
    public async Task are_not_kept_for_whom_they_would_not_be(string why)
    {
        var c = await house.Case().Submitted();
        var browser = await house.AtDesk("clerk");
        var form = (await browser.Case(c)).Form("#forward").With("forward-note", Words);
        var request = form.Request();
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        switch (why)
        {
            case "post": await house.Db(db => db.Set<PostHolding>().ExecuteDeleteAsync()); break;
            case "case": request.RequestUri = new(request.RequestUri!.ToString().Replace(c.Reference.ToString(), CaseReference.New("MH").ToString())); break;
            case "token": request = form.With("__RequestVerificationToken", "CfDJ8").Request(); break;
            case "age": house.Clock.Advance(TimeSpan.FromHours(12)); break;
        }
        var page = await browser.Send(request);
        Assert.Equal("/desk/en/sign-in", page.Path);
        Assert.Contains("Your session had ended. Sign in again.", page.Text);
        Assert.Equal(0, await Stored());
    }

    [Fact]
    public async Task are_gone_after_a_day()
    {
        var c = await house.Case().Submitted();
        var late = await Late(await (await house.AtDesk("clerk")).Case(c), "#forward", form => form.With("forward-note", Words));
        house.Clock.Advance(TimeSpan.FromHours(25));
        Assert.DoesNotContain(Notice, (await SignInAgain(late, "clerk")).Text, StringComparison.Ordinal);
        var other = await house.Case().Submitted();
        await Late(await (await house.AtDesk("clerk")).Case(other), "#forward", form => form.With("forward-note", "x"));
        Assert.Equal(other.CaseId, (await house.Db(db => db.Set<UnsentForm>().AsNoTracking().SingleAsync())).CaseId);
    }

    /// <summary>Fills a form and sends it a minute after the session has ended.</summary>
    async Task<Page> Late(Page page, string form, Func<Form, Form> fill)
    {
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        var answer = await fill(page.Form(form)).Press();
        Assert.Equal("/desk/en/sign-in", answer.Path);
        return answer;
    }

    async Task<Page> SignInAgain(Page signIn, string who)
    {
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        var login = who.Contains('.', StringComparison.Ordinal) ? who : who + ".haveli";
        return await signIn.Form().With("login", login).With("password", SeedDemo.DemoPassword).With("code", await house.AuthenticatorCode(login)).Press();
    }

    Task<int> Stored() => house.Db(db => db.Set<UnsentForm>().CountAsync());

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
