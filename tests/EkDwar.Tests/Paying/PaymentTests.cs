using System.Text;
using EkDwar.Cases;
using EkDwar.Foundation.Outbox;
using EkDwar.Paying;
using EkDwar.Paying.Razorpay;
using EkDwar.Paying.Simulator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Paying;

/// <summary>A fee is settled once, on the gateway's own word, and on nothing else.</summary>
public sealed class A_payment : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.Open();
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task told_of_by_a_signed_call_back_settles_the_fee()
    {
        var c = await house.Case().Submitted();
        Assert.Null((await c.Row()).FeePaidAt);
        await c.Pays();
        Assert.NotNull((await c.Row()).FeePaidAt);
        Assert.Equal([PaymentStatus.Succeeded], (await c.Payments()).Select(payment => payment.Status));
        Assert.Equal(1, await c.TimesPaid());
        Assert.Equal((6900L, -3250L), ((await c.Accounts())["gateway"], (await c.Accounts())["held.operator"]));
        Assert.All((await c.Postings()).GroupBy(posting => posting.Entry), entry => Assert.Equal(0, entry.Sum(posting => posting.AmountMinor)));
        await house.OutboxDrained();
        Assert.Contains(await house.Phone(), message => message.Text.Contains(c.Reference.Compact) && message.Text.Contains("शुल्क मिळाले"));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task is_offered_on_one_page_however_often_it_is_begun()
    {
        // Several cases: who comes in between the two questions of another does so by chance.
        for (var times = 0; times < 6; times++)
        {
            var c = await house.Case().Submitted();
            var begun = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => c.StartsToPay())));
            var payment = Assert.Single(await c.Payments());
            Assert.Equal(times + 1, house.Simulator().Links.Count);
            Assert.All(begun.Where(one => one.IsDone), one => Assert.Equal(payment.LinkId, one.Value!.LinkId));
            await c.Pays();
            Assert.Equal("paying.nothing_to_pay", (await c.StartsToPay()).Refusals.Single().Code);
        }
    }

    [Fact]
    public async Task told_of_again_late_and_in_any_order_changes_nothing_more()
    {
        var c = await house.Case().Submitted();
        var simulator = house.Simulator();
        var paid = simulator.Take(await c.PaymentPage());
        var expired = paid.Replace("payment_link.paid", "payment_link.expired").Replace("\"status\":\"paid\"", "\"status\":\"expired\"").Replace("\"captured\"", "\"failed\"");
        var opened = paid.Replace("\"status\":\"paid\"", "\"status\":\"created\"");
        foreach (var (body, id) in new[] { (opened, "e0"), (paid, "e1"), (paid, "e1"), (expired, "e2"), (paid, "e3"), (opened, "e4") })
        {
            Assert.Equal(200, await simulator.CallBack(body, id));
            house.Clock.Advance(TimeSpan.FromHours(7));
        }
        Assert.Equal(PaymentStatus.Succeeded, (await c.Payments()).Single().Status);
        Assert.Equal(1, await c.TimesPaid());
        Assert.Equal(6900, (await c.Accounts())["gateway"]);
        Assert.Equal(5, await house.Db(db => db.Set<PaymentEvent>().CountAsync(told => told.CaseId == c.CaseId)));
    }

    [Fact]
    public async Task told_of_and_asked_about_five_hundred_times_at_once_settles_once()
    {
        var c = await house.Case().Submitted();
        var simulator = house.Simulator();
        var paid = simulator.Take(await c.PaymentPage());
        var statuses = await Task.WhenAll(Enumerable.Range(0, 500).Select(number => Task.Run(async () => (number % 5) switch
        {
            0 => await house.Use((AskGateway ask) => ask.About(new(c.Reference, 1))) == PaymentStatus.Succeeded ? 200 : 0,
            1 => await simulator.CallBack(paid, $"event {number}"),
            _ => await simulator.CallBack(paid, "the same event"),
        })));
        Assert.Equal(500, statuses.Count(status => status == 200));
        Assert.Equal(1, await c.TimesPaid());
        Assert.Equal(6900, (await c.Accounts())["gateway"]);
        Assert.Equal(2, (await c.Postings()).Select(posting => posting.Entry).Distinct().Count());
        Assert.Equal(1, await house.Db(db => db.Set<OutboxMessage>().CountAsync(message => message.Body == $"{c.Reference.Compact} FeePaid")));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task forged_is_refused_and_changes_nothing()
    {
        var c = await house.Case().Submitted();
        var simulator = house.Simulator();
        var paid = simulator.Take(await c.PaymentPage());
        var right = RazorpaySignature.Of(Encoding.UTF8.GetBytes(paid), GatewaySimulator.WebhookSecret);
        foreach (var (body, signature, id) in new (string, string?, string?)[]
        {
            (paid, null, "e"), (paid, "", "e"), (paid, right[..63] + (right[63] == '0' ? '1' : '0'), "e"), (paid + " ", right, "e"), (paid, right.ToUpperInvariant(), "e"), (paid, right, null),
            (paid, RazorpaySignature.Of(Encoding.UTF8.GetBytes(paid), GatewaySimulator.KeySecret), "e"), ("", RazorpaySignature.Of([], ""), "e"),
            (new string('x', 100_000), right, "e"),
        })
            Assert.Equal(400, await Send(body, signature, id));
        Assert.Equal(400, await Send("not json", Sign("not json"), "e"));
        Assert.Equal(400, await Send("[]", Sign("[]"), "e"));
        Assert.Null((await c.Row()).FeePaidAt);
        Assert.Equal(PaymentStatus.Pending, (await c.Payments()).Single().Status);
        Assert.Equal(0, await house.Db(db => db.Set<PaymentEvent>().CountAsync()));
    }

    [Fact]
    public async Task of_somebody_else_or_of_nothing_is_heard_and_changes_nothing()
    {
        var c = await house.Case().Submitted();
        await c.PaymentPage();
        foreach (var body in (string[])[PublishedExamples.CallBack, PublishedExamples.LinkPaid("TSsd1989"), PublishedExamples.LinkPaid($"{c.Reference.Compact}-2"), PublishedExamples.LinkPaid($"{c.Reference.Compact}-0"),
            PublishedExamples.LinkPaid("MH00000000000000-1"), """{"event": "payment_link.paid"}""", """{"event": "payment_link.paid", "payload": {"payment_link": {"entity": {"status": 1}}}}"""])
            Assert.Equal(200, await Send(body, Sign(body), "event"));
        Assert.Null((await c.Row()).FeePaidAt);
        Assert.Equal(PaymentStatus.Pending, (await c.Payments()).Single().Status);
    }

    [Theory]
    [InlineData(6899, "INR")]
    [InlineData(100, "INR")]
    [InlineData(6901, "INR")]
    [InlineData(6900, "USD")]
    public async Task of_another_amount_or_currency_never_settles(long minor, string currency)
    {
        var c = await house.Case().Submitted();
        var simulator = house.Simulator();
        Assert.Equal(200, await simulator.CallBack(simulator.Take(await c.PaymentPage(), minor, currency)));
        Assert.Null((await c.Row()).FeePaidAt);
        Assert.Empty(await c.Postings());
        Assert.Equal(PaymentStatus.Unknown, (await c.Payments()).Single().Status);
        Assert.Equal("paying.unknown", (await c.StartsToPay()).Refusals.Single().Code);
        house.Clock.AdvanceDays(2);
        await house.OutboxDrained();
        Assert.Null((await c.Row()).FeePaidAt);
    }

    [Fact]
    public async Task the_published_call_back_of_another_amount_is_seen_as_that()
    {
        var c = await house.Case().Submitted();
        await c.PaymentPage();
        var body = PublishedExamples.LinkPaid($"{c.Reference.Compact}-1");
        Assert.Equal(200, await Send(body, Sign(body), "event"));
        var payment = (await c.Payments()).Single();
        Assert.Equal((PaymentStatus.Unknown, "pay_FOGsH8uHkF2FbR"), (payment.Status, payment.GatewayPaymentId));
    }

    [Fact]
    public async Task nobody_told_of_is_found_by_asking_within_the_minute()
    {
        var c = await house.Case().Submitted();
        house.Simulator().Take(await c.PaymentPage());
        await house.OutboxDrained();
        Assert.Null((await c.Row()).FeePaidAt);
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        await house.OutboxDrained();
        Assert.NotNull((await c.Row()).FeePaidAt);
        house.Clock.AdvanceDays(2);
        await house.OutboxDrained();
        Assert.Equal(1, await c.TimesPaid());
    }

    [Fact]
    public async Task never_made_is_over_when_its_page_closes_and_may_be_begun_again()
    {
        var c = await house.Case().Submitted();
        var first = await c.PaymentPage();
        await Wait(hours: 13);
        Assert.Equal(PaymentStatus.Failed, (await c.Payments()).Single().Status);
        var second = await c.PaymentPage();
        Assert.NotEqual(first.Id, second.Id);
        await c.Pays();
        Assert.Equal([PaymentStatus.Failed, PaymentStatus.Succeeded], (await c.Payments()).Select(payment => payment.Status));
    }

    [Fact]
    public async Task made_twice_is_kept_once_and_the_other_goes_back()
    {
        var c = await house.Case().Submitted();
        var simulator = house.Simulator();
        var late = await c.PaymentPage();
        await Wait(hours: 13);
        await c.Pays();
        var told = simulator.Take(late);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => simulator.CallBack(told)));
        Assert.Equal((13800L, -6900L), ((await c.Accounts())["gateway"], (await c.Accounts())["overpaid"]));
        await house.OutboxDrained();
        Assert.Equal((6900L, 0L), ((await c.Accounts())["gateway"], (await c.Accounts())["overpaid"]));
        Assert.Equal(6900, late.Taken.Single().RefundedMinor);
        Assert.Equal(1, await c.TimesPaid());
        Assert.Single(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.FeeRefunded));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task that_comes_for_a_case_refused_meanwhile_is_no_fee_and_goes_back()
    {
        var c = await house.Owing(await house.Citizen());
        var page = await c.PaymentPage();
        await c.Refused();
        var simulator = house.Simulator();
        await simulator.CallBack(simulator.Take(page));
        await house.OutboxDrained();
        Assert.Null((await c.Row()).FeePaidAt);
        Assert.Equal(6900, page.Taken.Single().RefundedMinor);
        Assert.Equal((0L, 0L), ((await c.Accounts())["gateway"], (await c.Accounts())["overpaid"]));
        Assert.Equal(0, await c.TimesPaid());
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    /// <summary>https://razorpay.com/docs/payments/refunds/: a refund is pending until the bank has taken it.</summary>
    [Fact]
    public async Task that_goes_back_is_booked_only_once_the_gateway_has_sent_it()
    {
        var c = await house.Owing(await house.Citizen());
        var page = await c.PaymentPage();
        await c.Refused();
        var simulator = house.Simulator();
        simulator.RefundStatus = "pending";
        await simulator.CallBack(simulator.Take(page));
        await Wait(13);
        Assert.Equal(6900, page.Taken.Single().RefundedMinor);
        Assert.DoesNotContain(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.FeeRefunded));
        Assert.NotEqual(0, (await c.Accounts())["overpaid"]);
        simulator.RefundStatus = "failed";
        await Wait(7);
        Assert.DoesNotContain(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.FeeRefunded));
        simulator.RefundStatus = "processed";
        await Wait(13);
        Assert.Single(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.FeeRefunded));
        Assert.Equal((6900L, 0L), (page.Taken.Single().RefundedMinor, (await c.Accounts())["overpaid"]));
    }

    Task Wait(int hours) => house.Hours(hours);

    static string Sign(string body) => RazorpaySignature.Of(Encoding.UTF8.GetBytes(body), GatewaySimulator.WebhookSecret);

    async Task<int> Send(string body, string? signature, string? id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, PayingEndpoints.Path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null) request.Headers.TryAddWithoutValidation("X-Razorpay-Signature", signature);
        if (id is not null) request.Headers.Add("x-razorpay-event-id", id);
        return (int)(await house.Client().SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }
}
