using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Paying;

/// <summary>A refusal set aside by the first appellate authority: the fee back, or one new application free of charge, and not both.</summary>
public sealed class A_refusal_set_aside : IAsyncLifetime
{
    const string Service = "senior-citizen-certificate";

    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    Task<FeeCredit?> Credit(TestCase c) => house.Db(db => db.Set<FeeCredit>().AsNoTracking().FirstOrDefaultAsync(credit => credit.CaseId == c.CaseId));

    async Task<TestCase> Paid(TestCitizen citizen, bool byHand = false)
    {
        var c = await house.Owing(citizen);
        if (byHand) Assert.True((await c.TakeFee()).IsDone);
        else await c.Pays();
        await c.Refused();
        return c;
    }

    [Fact]
    public async Task gives_the_fee_back_once_the_way_it_was_paid()
    {
        var citizen = await house.SignedInCitizen();
        var c = await Paid(citizen);
        Assert.Equal(404, (int)(await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}/set-aside")).Status);
        Assert.Equal("cases.not_found", await c.SetAside(by: "tahsildar").Refusal());
        Assert.Equal("paying.order_before_refusal", await c.SetAside(on: new(2020, 1, 1)).Refusal());
        Assert.Equal("paying.day_future", await c.SetAside(on: new(2040, 1, 1)).Refusal());
        Assert.True((await c.SetAside()).IsDone);
        Assert.Equal("paying.set_aside_before", await c.SetAside().Refusal());
        Assert.Equal(CaseStatus.Refused, (await c.Row()).Status);
        await house.OutboxDrained();
        Assert.Contains(await house.Phone(), message => message.Text.Contains(c.Reference.Compact) && message.Text.Contains("नामंजुरी रद्द"));
        var page = await (await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}")).Follow("तुम्हाला काय हवे ते निवडा");
        Assert.Contains("अपील/12/2026", page.Text);
        Assert.Contains("परत येत आहेत", (await page.Form().Press()).Text);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => c.AskFeeBack())));
        await house.OutboxDrained();
        Assert.All(await c.Accounts(), account => Assert.Equal(0, account.Value));
        Assert.Equal(6900, house.Simulator().Links.Single().Taken.Single().RefundedMinor);
        Assert.Single(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.FeeReturned));
        // What came back does not also pay for another application.
        Assert.Equal(6900, (await (await house.Owing(citizen)).Fee()).TotalMinor);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task lets_her_apply_again_free_of_charge_one_time()
    {
        var citizen = await house.SignedInCitizen(name: "पार्वतीबाई कदम");
        var c = await Paid(citizen);
        Assert.True((await c.SetAside()).IsDone);
        var again = await house.Owing(citizen);
        Assert.Equal((FeeRule.Waived, 0L), ((await again.Fee()).Pay, (await again.Fee()).TotalMinor));
        Assert.Equal(again.CaseId, (await Credit(c))!.UsedForCaseId);
        Assert.Equal("paying.credit_used", await c.AskFeeBack().Refusal());
        Assert.Contains("मोफत अर्ज केला आहे", (await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}/set-aside")).Text);
        Assert.Equal(6900, (await (await house.Owing(citizen)).Fee()).TotalMinor);
        // Somebody else's, and another service, cost what they cost.
        Assert.Equal(6900, (await (await house.Owing(await house.Citizen())).Fee()).TotalMinor);
    }

    [Fact]
    public async Task is_told_where_the_answers_are_checked()
    {
        var citizen = await house.SignedInCitizen(name: "पार्वतीबाई कदम");
        var c = await Paid(citizen);
        Assert.True((await c.SetAside()).IsDone);
        var page = await EkDwar.Tests.Journeys.A_second_service.Answered(citizen.Browser, born: "1958");
        Assert.Contains($"काही भरायचे नाही: तुमच्या {c.Reference}", page.Text);
        Assert.DoesNotContain("शुल्क: ₹69.00", page.Text);
    }

    [Fact]
    public async Task is_used_for_one_thing_whatever_is_asked_at_once()
    {
        var citizen = await house.Citizen();
        for (var round = 0; round < 3; round++)
        {
            var c = await Paid(citizen);
            Assert.True((await c.SetAside()).IsDone);
            await Every_service_answered(citizen);
            var sent = Enumerable.Range(0, 4).Select(number => Task.Run(() => house.Sends(citizen, Service, $"round {round} {number}"))).ToList();
            var asked = Enumerable.Range(0, 3).Select(_ => Task.Run(() => c.AskFeeBack())).ToList();
            var cases = (await Task.WhenAll(sent)).Where(one => one.IsDone).Select(one => one.Value).ToList();
            await Task.WhenAll(asked);
            var credit = (await Credit(c))!;
            Assert.True(credit.UsedForCaseId is null != credit.RefundAskedAt is null);
            if (cases.Count == 0) cases.Add((await house.Sends(citizen, Service)).Value);
            var one = new TestCase(house, citizen, Assert.Single(cases.Distinct()));
            Assert.Equal(credit.UsedForCaseId == one.CaseId, (await one.Fee()).Pay == FeeRule.Waived);
            await house.OutboxDrained();
            Assert.Equal(credit.RefundAskedAt is null ? 6900 : 0, (await c.Accounts())["gateway"]);
        }
    }

    Task Every_service_answered(TestCitizen citizen) => house.Use(async (PublishedServices services) =>
    {
        await EkDwar.Tests.Catalogue.Every_service_of_the_catalogue.Answered(house, citizen, (await services.Current("mh", Service))!);
    });

    [Fact]
    public async Task has_cash_handed_back_against_a_signature_once()
    {
        var citizen = await house.SignedInCitizen();
        var c = await Paid(citizen, byHand: true);
        Assert.True((await c.SetAside()).IsDone);
        Assert.Equal("paying.nothing_to_hand_back", await c.HandFeeBack().Refusal());
        Assert.True((await c.AskFeeBack()).IsDone);
        Assert.Contains("कार्यालयात तयार", (await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}/set-aside")).Text);
        var clerk = await house.AtDesk("clerk");
        var page = await (await clerk.Open("/desk/en/fees")).Follow($"#hand-back + ul a");
        Assert.Single((await page.Form("#hand-back").Press()).Problems);
        Assert.Contains("handed back", (await page.Form("#hand-back").With("signed", "पार्वतीबाई कदम").Press()).Text);
        Assert.Equal("paying.nothing_to_hand_back", await c.HandFeeBack().Refusal());
        Assert.Equal([("Taken", 6900L), ("HandedOut", 0L)], (await house.CashEntries()).Select(entry => ($"{entry.Kind}", entry.InHandMinor)));
        Assert.All(await c.Accounts(), account => Assert.Equal(0, account.Value));
        await c.Balances();
    }
}
