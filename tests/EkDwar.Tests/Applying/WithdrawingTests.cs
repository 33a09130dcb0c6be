using System.Net;
using EkDwar.Applying.Parties;
using EkDwar.Cases;
using EkDwar.Cases.Corrections;
using EkDwar.Foundation.Outcomes;
using EkDwar.Tests.Applying.Corrections;
using EkDwar.Tests.Applying.Mandates;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Applying;

/// <summary>An applicant takes back what nobody has decided, whatever it waits for.</summary>
public sealed class Withdrawing_an_application(SharedHouse shared) : IClassFixture<SharedHouse>
{
    TestHouse House => shared.House;

    Task<Outcome<CaseReference>> Withdraws(TestCase c) => House.Use((WithdrawApplication withdraw) => withdraw.Run(c.Citizen.Session, c.CaseId));

    [Fact]
    public async Task takes_it_off_the_desk_that_has_it_and_tells_both_sides()
    {
        var citizen = await House.SignedInCitizen();
        var c = await House.Case().By(citizen).Forwarded();
        var asked = await (await citizen.Browser.Open($"/mh/en/cases/{c.Reference}")).Follow($"a[href='/mh/en/cases/{c.Reference}/withdraw']");
        Assert.Contains("A fee you paid is sent back.", asked.Text);
        var tracker = await asked.Form().Press();
        Assert.Contains("Withdrawn", tracker.Text);
        Assert.False(tracker.Has("a[href$='/withdraw']"));
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.Browser.Open($"/mh/en/cases/{c.Reference}/withdraw")).Status);
        Assert.Equal((CaseStatus.Withdrawn, true), ((await c.Row()).Status, (await c.WorkItems()).TrueForAll(item => item.DoneAt is not null)));
        Assert.Equal(nameof(CaseEvent.ApplicationWithdrawn), (await c.Ledger())[^1].Kind);
        var inbox = await (await House.AtDesk("circle")).Open("/desk/en/inbox");
        Assert.Contains($"{c.Reference}: Applicant withdrew it", inbox.Text);
        await House.OutboxDrained();
        Assert.Contains((await House.Phone()).Where(sms => sms.To == citizen.Mobile), sms => sms.Text.Contains($"{c.Reference.Compact} मागे घेतला", StringComparison.Ordinal));
        // What the desk would do then comes too late.
        Assert.Equal("cases.somebody_else_was_first", Assert.Single((await c.Report()).Refusals).Code);
        Assert.Empty((await House.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task sends_a_paid_fee_back_and_asks_nothing_of_one_that_is_owed()
    {
        var (paid, owed) = (await House.Owing(await House.Citizen()), await House.Owing(await House.Citizen()));
        await paid.Pays();
        var page = await owed.PaymentPage();
        Assert.True((await Withdraws(paid)).IsDone && (await Withdraws(owed)).IsDone);
        while (await House.OutboxDrained() > 0) continue;
        Assert.Equal([nameof(CaseEvent.ApplicationWithdrawn), nameof(CaseEvent.FeeReturned)], (await paid.Ledger()).Select(entry => entry.Kind).TakeLast(2));
        // Who pays on a page that was open still gets it back.
        Assert.Equal(200, await House.Simulator().CallBack(House.Simulator().Take(page)));
        while (await House.OutboxDrained() > 0) continue;
        Assert.Equal((0, 6900L), (await owed.TimesPaid(), page.Taken.Single().RefundedMinor));
    }

    [Fact]
    public async Task answers_a_query_and_a_correction_that_are_open_by_ending_them()
    {
        var queried = await House.Case().Queried();
        Assert.True((await Withdraws(queried)).IsDone);
        Assert.Equal("cases.not_found", Assert.Single((await Withdraws(queried)).Refusals).Code);
        var corrected = await House.CorrectionWaits(await House.Citizen(), await House.Desk("clerk"));
        Assert.True((await Withdraws(corrected)).IsDone);
        Assert.False(await House.Db(db => db.Set<Correction>().AnyAsync(one => one.CaseId == corrected.CaseId)));
    }

    [Fact]
    public async Task while_it_is_granted_is_one_of_the_two_and_the_other_is_told()
    {
        var c = await House.Case().Reported();
        var seen = (await c.Row()).Version;
        var both = await Task.WhenAll(Withdraws(c), c.Grant(seen));
        Assert.Contains(Assert.Single(Assert.Single(both, one => !one.IsDone).Refusals).Code, new[] { "cases.somebody_else_was_first", "cases.not_found", "cases.action_not_here" });
        Assert.Single((await c.Ledger()).Select(entry => entry.Kind), kind => kind is nameof(CaseEvent.ApplicationWithdrawn) or nameof(CaseEvent.ApplicationGranted));
    }

    [Fact]
    public async Task is_hers_alone_and_before_the_decision_only()
    {
        var (her, him) = (await House.Citizen(), await House.Citizen());
        await House.Lets(her, him);
        var running = await House.Case().By(her).Submitted();
        foreach (var other in (TestCitizen[])[him, him.ActingFor(House, her)])
            Assert.Equal("cases.not_found", Assert.Single((await House.Use((WithdrawApplication withdraw) => withdraw.Run(other.Session, running.CaseId))).Refusals).Code);
        foreach (var decided in (TestCase[])[await House.Case().Refused(), await House.Case().Certified()])
            Assert.Equal("cases.not_found", Assert.Single((await Withdraws(decided)).Refusals).Code);
    }
}
