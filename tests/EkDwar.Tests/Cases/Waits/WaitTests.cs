using EkDwar.Cases;
using EkDwar.Cases.Waits;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using EkDwar.Tests.Journeys;
using EkDwar.Tests.Paying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Cases.Waits;

/// <summary>A case that waits for the citizen's side: reminded, closed when nothing comes, given back what was paid, applied for again; never closed for what the office has not done.</summary>
public sealed class A_case_that_waits : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task for_papers_is_reminded_twice_closed_and_applied_for_again()
    {
        var citizen = await house.SignedInCitizen();
        var c = await house.Case().By(citizen).WithoutPaper().Submitted();
        var sentOn = StateTime.Day((await c.Row()).SubmittedAt);
        Assert.Equal(sentOn.AddDays(90), (await c.Row()).ClosesOn);
        var tracker = await citizen.Browser.Open($"/mh/en/cases/{c.Reference}");
        Assert.Contains("If the papers have not come by", tracker.Text);
        Assert.Contains("That is no refusal", tracker.Text);
        await Passes(44);
        Assert.Equal(0, await Told(c, "अर्ज बंद होईल"));
        await Passes(2);
        Assert.Equal(1, await Told(c, "अर्ज बंद होईल"));
        await Passes(36);
        Assert.Equal(1, await Told(c, "अर्ज बंद होईल"));
        await Passes(1);
        Assert.Equal(2, await Told(c, "अर्ज बंद होईल"));
        await Passes(7);
        Assert.Equal(CaseStatus.AwaitingPapers, (await c.Row()).Status);
        await Passes(1);
        var row = await c.Row();
        Assert.Equal((CaseStatus.Lapsed, (DateOnly?)null, (DateOnly?)null), (row.Status, row.ClosesOn, row.DueOn));
        Assert.Equal(["ApplicationSubmitted", "CaseLapsed"], (await c.Ledger()).Select(entry => entry.Kind));
        Assert.Equal(1, await Told(c, "हा नकार नाही"));
        Assert.False((await c.GivePaper()).IsDone);
        await IsAppliedForAgain(c, citizen);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    static async Task IsAppliedForAgain(TestCase c, TestCitizen citizen)
    {
        var stranger = await c.House.SignedInCitizen();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.Browser.Open($"/mh/en/cases/{c.Reference}/again")).Status);
        var tracker = await (await c.House.BrowserOf(citizen)).Open($"/mh/en/cases/{c.Reference}");
        Assert.Contains("Closed because missing papers did not come in time. Nobody decided on it.", tracker.Text);
        var again = await tracker.Follow($"a[href$='/cases/{c.Reference}/again']");
        var next = await again.Form().Press();
        // All that was answered then stands there; the paper that never came and the declaration are asked.
        Assert.EndsWith($"/apply/{TestCitizen.Service}/income_proof", next.Path);
    }

    [Fact]
    public async Task for_an_answer_is_closed_off_the_desk_which_is_told()
    {
        var c = await house.Case().Queried();
        var post = Assert.Single(await c.WorkItems()).PostId;
        var answered = await house.Case().Queried();
        await Passes(60);
        Assert.Equal(CaseStatus.AwaitingCitizen, (await c.Row()).Status);
        Assert.True((await answered.Answer()).IsDone);
        await Passes(1);
        Assert.Equal(CaseStatus.Lapsed, (await c.Row()).Status);
        Assert.NotNull(Assert.Single(await c.WorkItems()).DoneAt);
        Assert.Contains((c.Reference, nameof(CaseEvent.CaseLapsed)), await house.Db(db => DeskNotice.Unseen(db, post)));
        // What came on the last day goes on, however long the office then takes.
        Assert.Null((await answered.Row()).ClosesOn);
        await Passes(400);
        Assert.Equal(CaseStatus.InProcess, (await answered.Row()).Status);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task for_its_fee_is_closed_and_money_that_comes_after_goes_back()
    {
        await house.ClockWaitsForFee();
        var c = await house.Case().Submitted();
        var page = await LastEvening(c);
        house.Clock.Advance(TimeSpan.FromHours(5));
        await house.OutboxDrained();
        Assert.Equal(CaseStatus.Lapsed, (await c.Row()).Status);
        var simulator = house.Simulator();
        Assert.Equal(200, await simulator.CallBack(simulator.Take(page)));
        await house.OutboxDrained();
        Assert.Equal((CaseStatus.Lapsed, (DateTime?)null), ((await c.Row()).Status, (await c.Row()).FeePaidAt));
        Assert.Contains(await c.Postings(), posting => posting.Kind == EkDwar.Paying.MoneyKind.Overpaid);
        await c.Balances();
    }

    [Fact]
    public async Task for_papers_gives_back_the_fee_that_was_paid()
    {
        var c = await house.Case().WithoutPaper().Submitted();
        await c.Pays();
        await Passes(91);
        await house.OutboxDrained();
        Assert.Equal(CaseStatus.Lapsed, (await c.Row()).Status);
        Assert.Contains(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.FeeReturned));
        await c.Balances();
    }

    [Fact]
    public async Task is_closed_or_goes_on_when_both_come_at_the_same_moment()
    {
        await house.ClockWaitsForFee();
        var c = await house.Case().Submitted();
        var page = await LastEvening(c);
        house.Clock.Advance(TimeSpan.FromHours(5));
        await using var second = await house.SecondNode();
        var simulator = house.Simulator();
        await Task.WhenAll(Task.Run(second.OutboxDrained), Task.Run(() => simulator.CallBack(simulator.Take(page))));
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        await house.OutboxDrained();
        var (row, entries) = (await c.Row(), await c.Ledger());
        var paid = entries.Count(entry => entry.Kind == nameof(CaseEvent.FeePaid));
        Assert.Equal(row.Status == CaseStatus.Lapsed ? (CaseStatus.Lapsed, 0) : (CaseStatus.InProcess, 1), (row.Status, paid));
        Assert.Equal(1 - paid, entries.Count(entry => entry.Kind == nameof(CaseEvent.CaseLapsed)));
        await c.Balances();
        Assert.Empty(await house.Db(db => db.Set<OutboxMessage>().Where(message => message.DeadAt != null).ToListAsync()));
    }

    [Fact]
    public async Task is_closed_by_a_rule_of_its_own_service_before_that_of_its_state()
    {
        await house.Use(async (EkDwar.Onboarding.PublishService publish) => await publish.Run(Deadlines.StateFiles.Text("mh", TestCitizen.Service + ".yaml")
            .Replace("version: 1\n", "version: 8\nclose_after: [{cause: papers, days: 20, source: example}]\n"), TestCitizen.Service + ".yaml", Catalogue.Checks.Planted.Maharashtra));
        var c = await house.Case().WithoutPaper().Submitted();
        Assert.Equal(StateTime.Day((await c.Row()).SubmittedAt).AddDays(20), (await c.Row()).ClosesOn);
        Assert.True((await c.GivePaper()).IsDone);
        await Passes(21);
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
    }

    /// <summary>The evening of the last day on which its fee may come, with the gateway's page open: nobody's page stays open for a day.</summary>
    async Task<EkDwar.Paying.Simulator.SimulatedLink> LastEvening(TestCase c)
    {
        await Passes(54);
        await Passes(6);
        house.Clock.Advance(new TimeSpan(20, 0, 0) - StateTime.Local(house.Clock.GetUtcNow().UtcDateTime).TimeOfDay);
        Assert.Equal(CaseStatus.AwaitingFee, (await c.Row()).Status);
        return await c.PaymentPage();
    }

    async Task Passes(int days)
    {
        house.Clock.AdvanceDays(days);
        await house.OutboxDrained();
        // What a step leaves behind (a notice, the next step) is handled too.
        await house.OutboxDrained();
    }

    async Task<int> Told(TestCase c, string words) =>
        (await house.Phone()).Count(message => message.Text.Contains(c.Reference.Compact, StringComparison.Ordinal) && message.Text.Contains(words, StringComparison.Ordinal));
}

/// <summary>The rules that close what waits, without a house.</summary>
public sealed class The_rules_of_what_waits
{
    static readonly WaitRules Rules = WaitRules.Of(
        new() { CloseAfter = [new() { Cause = "fee", Days = 30, Source = "example" }] },
        new() { CloseAfter = [new() { Cause = "fee", Days = 60, Source = "example" }, new() { Cause = "answer", Days = 45, Source = "example" }] });

    [Theory]
    [InlineData(CaseStatus.AwaitingFee, false, "2026-04-01")]
    [InlineData(CaseStatus.AwaitingCitizen, false, "2026-04-16")]
    [InlineData(CaseStatus.AwaitingPapers, false, null)]
    [InlineData(CaseStatus.InProcess, false, null)]
    [InlineData(CaseStatus.AwaitingRegister, false, null)]
    [InlineData(CaseStatus.AwaitingCitizen, true, null)]
    public void close_only_what_nobody_of_the_office_is_waited_for(CaseStatus status, bool isRunning, string? closesOn) =>
        Assert.Equal(closesOn is null ? null : DateOnly.Parse(closesOn, System.Globalization.CultureInfo.InvariantCulture), Rules.ClosesOn(status, isRunning, new(2026, 3, 2)));
}
