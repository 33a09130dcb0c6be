using System.Net;
using EkDwar.Applying;
using EkDwar.Catalogue.Questions;
using EkDwar.Cases;
using EkDwar.Places;
using EkDwar.Processing;
using EkDwar.Processing.Moves;
using EkDwar.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Processing;

/// <summary>A case at the wrong office goes to the right one with its date as it was; the citizen is told, and the office it left can still say who looked.</summary>
public sealed class A_case_at_the_wrong_office(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string Devghar = "pune.mulshi.devghar";

    readonly TestHouse house = shared.House;

    Task<Guid> Office(string code) => house.Db(db => db.Set<Office>().Where(office => office.Code == code).Select(office => office.OfficeId).SingleAsync());

    async Task<bool> IsAt(TestCase c, string office, string designation)
    {
        var item = (await c.WorkItems()).Single(item => item.DoneAt is null);
        return item.PostId == await house.Post(office, designation) && (await c.Row()).OfficeId == await Office(office);
    }

    [Fact]
    public async Task is_sent_on_by_the_place_it_belongs_to()
    {
        var citizen = await house.Citizen();
        var c = await house.Case().By(citizen).Submitted();
        var due = (await c.Row()).DueOn;
        house.Clock.AdvanceDays(3);
        var desk = await house.AtDesk("clerk");
        var page = await (await desk.Case(c)).Follow("Send to the right office");
        Assert.False(page.Has("#transfer"));
        Assert.Contains("was found", (await page.Form("#find").With("q", "kesnand").Press()).Text);
        page = await page.Form("#find").With("q", "devgh").Press();
        Assert.Contains("Tahsil Office Mulshi", page.TextOf("#transfer"));
        var lacking = await page.Form("#transfer").With("place", Devghar).Press();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lacking.Status);
        var inbox = await lacking.Form("#transfer").With("words", "अर्जदार देवघरचा आहे").Press();
        Assert.Contains($"{c.Reference} was sent to the right office.", inbox.TextOf(".govuk-notification-banner"));
        Assert.True(await IsAt(c, "mulshi_tahsil", "clerk"));
        Assert.Equal((due, CaseStatus.InProcess, false), ((await c.Row()).DueOn, (await c.Row()).Status, (await c.Row()).IsPaused));

        await house.OutboxDrained();
        Assert.Contains((await house.Phone()).Where(sms => sms.To == citizen.Mobile), sms => sms.Text.Contains("मुदत बदललेली नाही", StringComparison.Ordinal));
        var tracker = await (await house.BrowserOf(citizen)).Open($"/mh/mr/cases/{c.Reference}");
        Assert.Contains("तुमच्या ठिकाणच्या कार्यालयाकडे पाठवला", tracker.Text);
        // The office it left reads it and acts no more, and its looks stay told.
        var left = await desk.Case(c);
        Assert.Contains("no longer on your desk", left.Text);
        Assert.Contains("अर्जदार देवघरचा आहे", left.TextOf(".ek-steps"));
        Assert.Contains("Tahsil Office Mulshi: to here", left.TextOf(".ek-steps"));
        Assert.True(await house.Db(db => db.Set<Look>().AnyAsync(look => look.CaseId == c.CaseId)));
        var mulshi = await house.AtPost("clerk.mulshi", await house.Post("mulshi_tahsil", "clerk"));
        Assert.True((await mulshi.Case(c)).Has("#forward"));
        Assert.Equal(["ApplicationSubmitted", "CaseTransferred"], (await c.Ledger()).Select(entry => entry.Kind));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task stays_where_the_place_is_none_or_the_office_its_own()
    {
        var c = await house.Case().Submitted();
        var (clerk, seen) = (await house.Desk("clerk"), (await c.Row()).Version);
        async Task<string> Sent(string? place, string? words = "चूक") => Assert.Single((await house.Use((TransferCase transfer) => transfer.Run(clerk, c.CaseId, seen, place, words))).Refusals).Code;
        Assert.Equal((string[])["processing.transfer.place_needed", "processing.transfer.place_needed", "processing.transfer.same_office", "cases.words_needed"],
            (string[])[await Sent(null), await Sent("pune.nowhere"), await Sent("pune.haveli.kesnand"), await Sent(Devghar, " ")]);
        var other = await house.Desk("tahsildar");
        Assert.Equal("cases.not_found", (await house.Use((TransferCase transfer) => transfer.Run(other, c.CaseId, seen, Devghar, "चूक"))).Refusals.Single().Code);
        Assert.True(await IsAt(c, "haveli_tahsil", "clerk"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await house.AtDesk("clerk")).Case(await house.Case().Forwarded(), "/transfer")).Status);
    }

    [Fact]
    public async Task follows_a_place_that_is_given_anew_for_a_query()
    {
        var citizen = await house.Citizen();
        var c = await house.Case().By(citizen).Submitted();
        var (clerk, seen) = (await house.Desk("clerk"), (await c.Row()).Version);
        Assert.True((await house.Use((RaiseQuery query) => query.Run(clerk, c.CaseId, seen, [new("village", "wrong", null)], "गाव चुकीचे आहे."))).IsDone);
        await house.Use(async (IServiceProvider services) =>
        {
            var (replies, file) = (services.GetRequiredService<QueryReplies>(), (await services.GetRequiredService<CaseFiles>().Open(c.CaseId))!);
            var given = await replies.Give((await replies.Of(file))!, file.Service.Question("village"), new RawAnswer(new Dictionary<string, string> { [""] = Devghar }));
            Assert.True(given.IsDone, string.Join(", ", given.Refusals));
        });
        Assert.True((await house.Use((AnswerQuery answer) => answer.Run(citizen.Session, c.CaseId, null))).IsDone);
        Assert.True(await IsAt(c, "mulshi_tahsil", "clerk"));
        Assert.Equal(["ApplicationSubmitted", "QueryRaised", "QueryAnswered", "CaseTransferred"], (await c.Ledger()).Select(entry => entry.Kind));
        Assert.Equal((CaseStatus.InProcess, false), ((await c.Row()).Status, (await c.Row()).IsPaused));
    }
}
