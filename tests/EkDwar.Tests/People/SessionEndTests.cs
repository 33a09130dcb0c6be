using System.Net;
using EkDwar.Cases;
using EkDwar.Tests.Foundation.Files;
using EkDwar.Tests.Processing;

namespace EkDwar.Tests.People;

/// <summary>What a page says of the end of its session, and what becomes of a form that comes after it.</summary>
public sealed class A_session_that_ends : IAsyncLifetime
{
    const string Inbox = "/desk/en/inbox", Name = "/mh/mr/apply/income-certificate/name";
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    [Fact]
    public async Task is_named_with_its_time_on_every_page_of_desk_and_citizen()
    {
        var desk = await house.AtDesk("clerk");
        // Signed in at 11:00:30 in the morning of the test's clock; half an hour without a page.
        Assert.Equal("If you open no other page, your session ends at 11:30 am.", (await desk.Open(Inbox)).TextOf(".ek-session > p"));
        house.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("If you open no other page, your session ends at 11:50 am.", (await desk.Open(Inbox)).TextOf(".ek-session > p"));
        var citizen = await house.SignedInCitizen();
        var page = await citizen.Browser.Open("/mh/en/my");
        Assert.Equal("If you open no other page, your session ends at 12:20 pm.", page.TextOf(".ek-session > p"));
        Assert.False((await house.Browser().Open("/mh/en")).Has(".ek-session"));
    }

    [Fact]
    public async Task ends_when_it_was_said_to()
    {
        var desk = await house.AtDesk("clerk");
        var seconds = int.Parse((await desk.Open(Inbox))[".ek-session"].GetAttribute("data-seconds")!);
        Assert.Equal(30 * 60, seconds);
        house.Clock.Advance(TimeSpan.FromSeconds(seconds + 1));
        Assert.Equal("/desk/en/sign-in", (await desk.Open(Inbox)).Path);
        var citizen = (await house.SignedInCitizen()).Browser;
        var page = await citizen.Open("/mh/en/my");
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(3600, int.Parse((page = await citizen.Open("/mh/en/my"))[".ek-session"].GetAttribute("data-seconds")!));
        house.Clock.Advance(TimeSpan.FromMinutes(20));
        // Not renewed before its middle: the end is the one said before.
        Assert.Equal(2400, int.Parse((await citizen.Open("/mh/en/my"))[".ek-session"].GetAttribute("data-seconds")!));
        house.Clock.Advance(TimeSpan.FromMinutes(41));
        Assert.Equal("/mh/en/sign-in", (await citizen.Open("/mh/en/my")).Path);
    }

    [Fact]
    public async Task goes_on_with_one_request_and_is_never_begun_by_it()
    {
        var desk = await house.AtDesk("clerk");
        house.Clock.Advance(TimeSpan.FromMinutes(28));
        var more = await desk.Open("/session/desk.svg");
        Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (more.Status, more.Response.Content.Headers.ContentType?.MediaType));
        house.Clock.Advance(TimeSpan.FromMinutes(28));
        Assert.Equal(Inbox, (await desk.Open(Inbox)).Path);
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Open("/session/desk.svg")).Status);
        Assert.Equal("/desk/en/sign-in", (await desk.Open(Inbox)).Path);
        Assert.Equal(HttpStatusCode.Unauthorized, (await house.Browser().Open("/session/citizen.svg")).Status);
    }

    [Fact]
    public async Task signs_out_to_the_sign_in_page()
    {
        var desk = await (await house.AtDesk("clerk")).Open(Inbox);
        var citizen = await (await house.SignedInCitizen()).Browser.Open("/mh/mr/my");
        house.Clock.Advance(TimeSpan.FromHours(2));
        foreach (var (answer, path) in new[] { (await desk.Form("header form").Press(), "/desk/en/sign-in"), (await citizen.Form("header form").Press(), "/mh/mr/sign-in") })
        {
            Assert.Equal((HttpStatusCode.OK, path), (answer.Status, answer.Path));
            Assert.DoesNotContain("returnUrl", answer.Address.Query, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task signs_nobody_out_without_the_token_of_the_form()
    {
        var citizen = (await house.SignedInCitizen()).Browser;
        var forged = await citizen.Send(new(HttpMethod.Post, "/mh/mr/sign-out") { Content = new FormUrlEncodedContent([]) });
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal("/mh/mr/my", (await citizen.Open("/mh/mr/my")).Path);
    }

    [Fact]
    public async Task keeps_what_a_citizen_had_typed_at_a_question()
    {
        var citizen = await house.SignedInCitizen();
        await citizen.Browser.Open("/mh/mr/apply/income-certificate");
        var question = await citizen.Browser.Open(Name);
        house.Clock.Advance(TimeSpan.FromMinutes(61));
        var field = question.Form("#question").Names().First(name => name.StartsWith("answer", StringComparison.Ordinal));
        var late = await question.Form("#question").With(field, "ज्ञानेश्वर र्‍हाळकर").Press();
        Assert.Equal("/mh/mr/sign-in", late.Path);
        Assert.Contains("तुम्ही लिहिलेले जपून ठेवले आहे.", late.Text);
        var again = await SignInAgain(late, citizen);
        Assert.Equal(Name, again.Path);
        Assert.Equal("ज्ञानेश्वर र्‍हाळकर", again.Form("#question").Value(field));
    }

    [Fact]
    public async Task keeps_the_words_for_a_query_and_the_file_given_with_it()
    {
        var citizen = await house.SignedInCitizen();
        var c = await house.Case().By(citizen).Submitted();
        var asked = (await (await house.AtDesk("clerk")).Case(c)).Form("#query").With("query-words", "खालील दुरुस्त करा.").With("query-reason-income_proof", "unreadable");
        await asked.Press();
        var at = $"/mh/mr/cases/{c.Reference}/query";
        var words = (await citizen.Browser.Open(at)).Form().With("words", "हा दाखला स्पष्ट आहे.");
        var file = (await citizen.Browser.Open(at + "/income_proof")).Form("#question").With("answer-kind", "salary_slip").WithFile("answer-file", "1.jpg", Samples.Jpeg(40, 16), "image/jpeg");
        house.Clock.Advance(TimeSpan.FromMinutes(61));
        foreach (var form in new[] { words, file }) Assert.Contains("तुम्ही लिहिलेले जपून ठेवले आहे.", (await form.Press()).Text);
        Assert.Equal(CaseStatus.AwaitingCitizen, (await c.Row()).Status);
        var again = await SignInAgain(await citizen.Browser.Open(at), citizen);
        Assert.Equal("हा दाखला स्पष्ट आहे.", again.Form().Value("words"));
        Assert.Single((await citizen.Browser.Open(at + "/income_proof")).Document.QuerySelectorAll(".ek-pages li"));
        Assert.Equal($"/mh/mr/cases/{c.Reference}", (await again.Form().Press()).Path);
    }

    [Fact]
    public async Task keeps_nothing_for_a_form_that_is_not_hers()
    {
        var citizen = await house.SignedInCitizen();
        await citizen.Browser.Open("/mh/mr/apply/income-certificate");
        var form = (await citizen.Browser.Open(Name)).Form("#question");
        var field = form.Names().First(name => name.StartsWith("answer", StringComparison.Ordinal));
        house.Clock.Advance(TimeSpan.FromMinutes(61));
        var late = await form.With(field, "planted").With("__RequestVerificationToken", (await house.Browser().Open("/mh/mr/verify")).Form().Value("__RequestVerificationToken")).Press();
        Assert.Contains("तुमचे सत्र संपले होते. पुन्हा साइन इन करा.", late.Text);
        Assert.NotEqual("planted", (await SignInAgain(late, citizen)).Form("#question").Value(field));
    }

    async Task<Page> SignInAgain(Page signIn, TestCitizen citizen)
    {
        var page = await signIn.Form().With("mobile", citizen.Mobile).Press();
        page = await page.Form().With("code", await house.CodeFor(citizen.Mobile)).Press();
        var person = page.Document.QuerySelectorAll(".govuk-radios__item").First(item => item.TextContent.Contains(citizen.Name, StringComparison.Ordinal));
        return await page.Form().With("person", person.QuerySelector("input")!.GetAttribute("value")!).Press();
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
