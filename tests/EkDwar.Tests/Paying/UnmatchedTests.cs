using EkDwar.Paying;
using EkDwar.Paying.Office;
using EkDwar.Tests.Processing;

namespace EkDwar.Tests.Paying;

/// <summary>A payment of another amount or currency, or one nobody knows of: a person looks, decides with a reason, and the money follows.</summary>
public sealed class A_payment_that_does_not_match : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    async Task<TestCase> Came(long minor, string currency = "INR")
    {
        var c = await house.Owing(await house.Citizen());
        Assert.Equal(200, await house.Simulator().CallBack(house.Simulator().Take(await c.PaymentPage(), minor, currency)));
        return c;
    }

    [Fact]
    public async Task and_is_larger_is_kept_and_the_rest_goes_back()
    {
        var c = await Came(7000);
        var clerk = await house.AtDesk("clerk");
        var page = await (await clerk.Open("/desk/en/fees")).Follow("#unmatched + ul a");
        foreach (var said in (string[])["₹70.00", "₹69.00", "pay_"]) Assert.Contains(said, page.Text);
        Assert.Equal(2, (await page.Form("#judge").Press()).Problems.Count);
        Assert.Contains("decided", (await page.Form("#judge").With("verdict", "Keep").With("words", "एक रुपया जास्त आला.").Press()).Text);
        await house.OutboxDrained();
        Assert.NotNull((await c.Row()).FeePaidAt);
        Assert.Equal((6900L, 0L, 100L), ((await c.Accounts())["gateway"], (await c.Accounts())["overpaid"], house.Simulator().Links.Single().Taken.Single().RefundedMinor));
        Assert.Equal("paying.nothing_to_judge", await c.Judge(Verdict.Keep).Refusal());
        Assert.Equal(404, (int)(await clerk.Open($"/desk/en/payments/{c.Reference.Compact}-9")).Status);
        Assert.Equal(404, (int)(await (await house.AtDesk("circle")).Open($"/desk/en/payments/{c.Reference.Compact}-1")).Status);
        await c.Balances();
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Theory]
    [InlineData(6800, "INR", "gateway")]
    [InlineData(6900, "USD", "gateway.usd")]
    public async Task and_is_less_or_of_another_currency_can_only_be_given_back(long minor, string currency, string account)
    {
        var c = await Came(minor, currency);
        Assert.Equal("paying.verdict_needed", await c.Judge(Verdict.Keep).Refusal());
        Assert.Equal("cases.words_needed", await c.Judge(Verdict.GiveBack, words: " ").Refusal());
        Assert.Equal("cases.not_found", await c.Judge(Verdict.GiveBack, by: "circle_officer").Refusal());
        Assert.True((await c.Judge(Verdict.GiveBack)).IsDone);
        await house.OutboxDrained();
        await house.OutboxDrained();
        Assert.Equal(0, (await c.Accounts())[account]);
        Assert.Equal(minor, house.Simulator().Links.Single().Taken.Single().RefundedMinor);
        Assert.Null((await c.Row()).FeePaidAt);
        // It is owed still, and may be paid.
        await c.Pays();
        Assert.NotNull((await c.Row()).FeePaidAt);
        await c.Balances();
    }

    [Fact]
    public async Task judged_many_times_at_once_is_judged_once()
    {
        var c = await Came(7900);
        var version = (await c.Row()).Version;
        var desk = await c.DeskOf("clerk");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(() => house.Use((JudgePayment judge) =>
            judge.Run(desk, new(c.Reference, 1), version, number % 2 == 0 ? Verdict.Keep : Verdict.GiveBack, "पाहिले.")))));
        await house.OutboxDrained();
        var payment = Assert.Single(await c.Payments());
        Assert.Equal(payment.Status == PaymentStatus.Succeeded ? 6900 : 0, (await c.Accounts())["gateway"]);
        Assert.Equal(payment.Status == PaymentStatus.Succeeded ? 1000 : 7900, house.Simulator().Links.Single().Taken.Single().RefundedMinor);
        await c.Balances();
    }

    [Fact]
    public async Task and_of_which_nothing_came_lets_her_pay_again()
    {
        var c = await house.Owing(await house.Citizen());
        await c.PaymentPage();
        await house.Db(async db =>
        {
            (await db.FindAsync<Payment>(c.CaseId, 1))!.Status = PaymentStatus.Unknown;
            await db.Save();
        });
        Assert.Equal("paying.unknown", (await c.StartsToPay()).Refusals.Single().Code);
        Assert.Equal("paying.verdict_needed", await c.Judge(Verdict.GiveBack).Refusal());
        Assert.True((await c.Judge(Verdict.NothingCame)).IsDone);
        await c.Pays();
        Assert.Equal([PaymentStatus.Failed, PaymentStatus.Succeeded], (await c.Payments()).Select(payment => payment.Status));
    }
}
