using System.Net;
using EkDwar.Applying;
using EkDwar.Applying.Mandates;
using EkDwar.Cases;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.People.Mandates;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Applying.Mandates;

/// <summary>Somebody lets another person apply in her name: by a code to her own mobile, for one service, until a day, and not a moment after she took it back.</summary>
public sealed class Acting_for_another_person(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string Allowed = "/mh/en/my/acting";

    TestHouse House => shared.House;

    DateOnly Today => StateTime.Day(House.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task begins_with_her_code_says_so_on_each_page_and_is_told_to_her_and_to_the_office()
    {
        var (her, him) = (await House.SignedInCitizen(name: "पार्वती कदम"), await House.SignedInCitizen(name: "रमेश कदम"));
        var page = await (await her.Browser.Open("/mh/en/my")).Follow("Who may apply in your name");
        var form = page.Form("#give").With("name", "रमेश कदम").With("service", TestCitizen.Service);
        Assert.Equal(["This is your own mobile. Your family signs in with it already.", "Write a last day from today on, within 365 days."], (await Until(form.With("mobile", her.Mobile), Today.AddDays(366)).Press()).Problems);
        var asked = await Until(form.With("mobile", him.Mobile), Today.AddDays(30)).Press();
        Assert.Contains("Nobody may apply in your name.", asked.Text);
        Assert.DoesNotContain("lets you act", (await him.Browser.Open("/mh/en/sign-in/person")).Text);
        var code = await House.CodeOf(her, OneTimeCodes.ForMandate);
        await House.OutboxDrained();
        Assert.Contains(await House.Phone(), message => message.To == her.Mobile && message.Text.StartsWith($"EkDwar: {code} lets another person apply", StringComparison.Ordinal));
        var holds = await asked.Form("#confirm").With("code", code).Press();
        Assert.Equal(Allowed, holds.Path);
        Assert.Contains("रमेश कदम, ••••••" + him.Mobile[6..], holds.Text);

        var choice = await him.Browser.Open("/mh/en/sign-in/person");
        var mine = await choice.Form().With("person", $"{her.Session.PersonId}").Press();
        Assert.Contains("You act for पार्वती कदम.", mine.TextOf("#acts-for"));
        Assert.Contains("You act for पार्वती कदम.", (await him.Browser.Open($"/mh/en/apply/{TestCitizen.Service}")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await him.Browser.Open("/mh/en/apply/solvency-certificate")).Status);

        var c = await House.Case().By(him.ActingFor(House, her)).Submitted();
        var row = await c.Row();
        Assert.Equal((her.Session.PersonId, her.Session.AccountId), (row.ApplicantId, row.FiledById));
        Assert.NotNull(row.MandateId);
        Assert.Equal("agent", (await c.Ledger())[0].Actor);
        foreach (var address in (string[])["", "/submitted"])
            foreach (var browser in (Browser[])[her.Browser, him.Browser])
                Assert.Contains("Sent by रमेश कदम, with the applicant’s consent", (await browser.Open($"/mh/en/cases/{c.Reference}{address}")).Text);
        Assert.Contains("Sent by रमेश कदम", (await (await House.AtDesk("clerk")).Case(c)).Text);
        Assert.Contains(c.Reference.ToString(), (await her.Browser.Open(Allowed)).Text);
        await House.OutboxDrained();
        Assert.Equal(2, (await House.Phone()).Count(message => message.To == her.Mobile && message.Text.Contains(c.Reference.Compact, StringComparison.Ordinal)));
        Assert.DoesNotContain(await House.Phone(), message => message.To == him.Mobile && message.Text.Contains(c.Reference.Compact, StringComparison.Ordinal));
        Assert.Empty((await House.VerifiedLedger()).Faults);

        // Taken back, his session is led to the choice of a person, and what he sent opens no more; to her it does.
        Assert.Contains("You took it back.", (await (await her.Browser.Open(Allowed)).Form("form[action*='TakeBack']").Press()).Text);
        Assert.Equal("/mh/en/sign-in/person", (await him.Browser.Open($"/mh/en/cases/{c.Reference}")).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await him.Browser.Open($"/mh/en/cases/{c.Reference}/slip.pdf")).Status);
        Assert.Equal(HttpStatusCode.OK, (await her.Browser.Open($"/mh/en/cases/{c.Reference}")).Status);
    }

    [Fact]
    public async Task opens_what_was_sent_so_and_nothing_else_of_hers()
    {
        var (her, him) = (await House.Citizen(), await House.SignedInCitizen());
        var own = await House.Case().By(her).Submitted();
        await her.Draft();
        await House.Lets(her, him);
        var acting = him.ActingFor(House, her);
        Assert.Null(await Open(acting));
        var mine = await (await him.Browser.Open("/mh/en/sign-in/person")).Form().With("person", $"{her.Session.PersonId}").Press();
        Assert.DoesNotContain(own.Reference.ToString(), mine.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await him.Browser.Open($"/mh/en/cases/{own.Reference}")).Status);
        foreach (var hers in (string[])["/mh/en/my/data", Allowed]) Assert.Equal("/mh/en/sign-in/person", (await him.Browser.Open(hers)).Path);
        // What she began herself stays hers, beside what he begins; nothing she said before is filled in for him.
        var begun = await House.Use((Drafts drafts) => drafts.OpenOrStart(acting.Session, "mh", TestCitizen.Service));
        Assert.False(begun!.Answers.Has("name"));
        Assert.Null(await House.Use((KnownAnswers known) => known.For(begun, begun.Service.Question("name"))));
        Assert.True((await Open(her))!.Answers.Has("name"));
        // Without her mandate the claim of acting for her opens nothing.
        var stranger = (await House.Citizen()).ActingFor(House, her);
        Assert.Null(await House.Use((Drafts drafts) => drafts.OpenOrStart(stranger.Session, "mh", TestCitizen.Service)));
        Assert.Null(await House.Use((TrackCase track) => track.ForSender(stranger.Session, own.Reference)));
    }

    [Fact]
    public async Task ends_with_its_day_and_with_taking_it_back_for_every_act()
    {
        var (her, him) = (await House.Citizen(), await House.Citizen());
        var mandate = await House.Lets(her, him, days: 2);
        var acting = him.ActingFor(House, her);
        var lacking = await House.Case().By(acting).WithoutPaper().Submitted();
        await acting.Draft();
        House.Clock.AdvanceDays(3);
        await IsOver();
        await House.Db(db => db.Set<Mandate>().Where(one => one.MandateId == mandate).ExecuteUpdateAsync(set => set.SetProperty(one => one.UntilOn, Today.AddDays(9))));
        Assert.NotNull(await Open(acting));
        // Only she takes it back: not he, and nobody else.
        foreach (var other in (CitizenSession[])[him.Session, acting.Session, (await House.Citizen()).Session])
            Assert.False((await House.Use((TakeBackMandate takeBack) => takeBack.Run(other, mandate))).IsDone);
        Assert.True((await House.Use((TakeBackMandate takeBack) => takeBack.Run(her.Session, mandate))).IsDone);
        await IsOver();

        async Task IsOver()
        {
            Assert.Null(await Open(acting));
            Assert.False((await acting.Submit(Guid.CreateVersion7().ToString("N"))).IsDone);
            Assert.Equal("cases.not_found", Assert.Single((await lacking.GivePaper()).Refusals).Code);
            Assert.Null(await House.Use((TrackCase track) => track.ForSender(acting.Session, lacking.Reference)));
        }
    }

    [Fact]
    public async Task leaves_what_was_begun_to_her_once_it_ended_with_who_typed_it()
    {
        var (her, him) = (await House.SignedInCitizen(name: "कमल शिंदे"), await House.Citizen(name: "रमेश शिंदे"));
        var mandate = await House.Lets(her, him);
        await him.ActingFor(House, her).Draft();
        var draft = await House.Db(db => db.Set<Draft>().Where(one => one.MandateId == mandate).Select(one => one.DraftId).SingleAsync());
        var address = $"/mh/en/my/begun/{draft}";
        // While he may act it is his to finish.
        Assert.DoesNotContain("Begun in your name", (await her.Browser.Open("/mh/en/my")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await her.Browser.Open(address)).Status);
        Assert.True((await House.Use((TakeBackMandate take) => take.Run(her.Session, mandate))).IsDone);
        Assert.Equal(HttpStatusCode.NotFound, (await (await House.SignedInCitizen(name: "अनोळखी")).Browser.Open(address)).Status);
        var page = await (await her.Browser.Open("/mh/en/my")).Follow($"main a[href$='{draft}']");
        Assert.Contains("रमेश typed this for you", page.Text);
        Assert.Contains("घर क्र. 12, केसनंद, 412207", page.Text);
        // What she began herself is not thrown away for it.
        await her.Draft();
        Assert.Equal(["You have begun this application yourself. Send yours first, then you can take this one over."], (await page.Form().Press()).Problems);
        Assert.True((await her.Submit(Guid.CreateVersion7().ToString("N"))).IsDone);
        var check = await page.Form().Press();
        Assert.EndsWith("/check-answers", check.Path);
        Assert.Equal(HttpStatusCode.NotFound, (await her.Browser.Open(address)).Status);
        var sent = await her.Submit(Guid.CreateVersion7().ToString("N"));
        Assert.Null((await new TestCase(House, her, sent.Value).Row()).MandateId);
    }

    [Fact]
    public async Task needs_the_code_sent_for_it_to_her_and_goes_with_her_when_she_is_erased()
    {
        var (her, him) = (await House.Citizen(), await House.Citizen());
        var given = await House.Use((GiveMandate give) => give.Run(her.Session, "mh", "en", new("रमेश", him.Mobile, TestCitizen.Service, Today)));
        House.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await House.Use((SendSignInCode send) => send.Run(her.Mobile, "mr"))).IsDone);
        var signIn = await House.CodeOf(her, "");
        Assert.False((await House.Use((ConfirmMandate confirm) => confirm.Run(her.Session, given.Value, signIn))).IsDone);
        Assert.Null(await House.Use((Drafts drafts) => drafts.OpenOrStart(him.ActingFor(House, her).Session, "mh", TestCitizen.Service)));
        // Nobody who acts for her lets another act for her.
        House.Clock.Advance(TimeSpan.FromMinutes(61));
        await House.Lets(her, him);
        Assert.Equal("people.choose_person", Assert.Single((await House.Use((GiveMandate give) => give.Run(him.ActingFor(House, her).Session, "mh", "en", new("चोर", "9822222222", TestCitizen.Service, Today)))).Refusals).Code);
        House.Services.GetRequiredService<ErasureList>().Add([Erasure.OfPerson(her.Session.PersonId!.Value)], House.Clock.GetUtcNow().UtcDateTime);
        await House.Use((Erasures erasures) => erasures.Apply());
        Assert.All(await House.Db(db => db.Set<Mandate>().AsNoTracking().Where(one => one.PersonId == her.Session.PersonId).ToListAsync()), one => Assert.Equal(("", true), (one.GivenToHash, one.EndedAt is not null)));
        Assert.Null(await Open(him.ActingFor(House, her)));
    }

    Task<OpenDraft?> Open(TestCitizen who) => House.Use((Drafts drafts) => drafts.Open(who.Session, "mh", TestCitizen.Service));

    static Form Until(Form form, DateOnly day) => form.With("until-day", $"{day.Day}").With("until-month", $"{day.Month}").With("until-year", $"{day.Year}");
}
