using System.Text.Json;
using EkDwar.Cases;
using EkDwar.Foundation.Outbox;
using EkDwar.Paying;
using EkDwar.Paying.Razorpay;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Paying;

/// <summary>A payment link makes its own order; where the link's word is unsure, that order is asked.</summary>
public sealed class An_order_of_a_payment_link : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task is_kept_with_what_it_took()
    {
        var c = await house.Case().Submitted();
        var page = await c.PaymentPage();
        await house.Simulator().CallBack(house.Simulator().Take(page));
        Assert.Equal(page.OrderId, Assert.Single(await c.Payments()).OrderId);
    }

    [Theory, InlineData(1), InlineData(13)]
    public async Task is_asked_where_the_link_does_not_say_yet_or_any_more_what_was_paid(int hours)
    {
        var c = await house.Case().Submitted();
        var page = await c.PaymentPage();
        if (hours == 13) await house.Hours(12);
        house.Simulator().Take(page);
        page.IsBehind = true;
        await house.Hours(hours == 13 ? 1 : hours);
        Assert.Equal(hours == 13 ? "expired" : "created", page.StatusAt(house.Clock.GetUtcNow()));
        var payment = Assert.Single(await c.Payments());
        Assert.Equal((PaymentStatus.Succeeded, page.Taken.Single().Id, page.OrderId), (payment.Status, payment.GatewayPaymentId, payment.OrderId));
        Assert.Equal((1, 6900L), (await c.TimesPaid(), (await c.Accounts())["gateway"]));
    }

    [Fact]
    public async Task that_took_another_amount_settles_nothing()
    {
        var c = await house.Case().Submitted();
        var page = await c.PaymentPage();
        house.Simulator().Take(page, 6800);
        page.IsBehind = true;
        await house.Hours(1);
        Assert.Equal((PaymentStatus.Unknown, 6800L), (Assert.Single(await c.Payments()).Status, (await c.Payments()).Single().TakenMinor));
    }

    [Fact]
    public async Task that_is_not_the_payment_s_own_makes_a_call_back_unbelieved_and_the_gateway_is_asked()
    {
        var c = await house.Case().Submitted();
        var page = await c.PaymentPage();
        var told = house.Simulator().Take(page);
        var at = told.IndexOf(page.OrderId, StringComparison.Ordinal);
        var twisted = told[..at] + "order_00000000000000" + told[(at + page.OrderId.Length)..];
        Assert.Equal(200, await house.Simulator().CallBack(twisted));
        Assert.Null((await c.Row()).FeePaidAt);
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        await house.OutboxDrained();
        Assert.NotNull((await c.Row()).FeePaidAt);
    }

    [Fact]
    public void as_published_names_itself_in_the_link()
    {
        var link = JsonDocument.Parse(PublishedCodes.PaidLink.Replace("\"111\"", "\"" + Reference + "\"")).RootElement;
        var answer = RazorpayWords.AnswerOf(link, null)!;
        Assert.Equal((GatewayState.Paid, 10000L, "pay_KBnebtRrhTEatJ", "order_KBneAVhT2zbzsU"), (answer.State, answer.PaidMinor, answer.PaymentId, answer.OrderId));
        // Payments of another order are none of its own.
        var payments = JsonDocument.Parse(PublishedCodes.OrderPayments).RootElement.GetProperty("items").EnumerateArray().ToList();
        var open = answer with { State = GatewayState.Open, PaidMinor = 0, PaymentId = null };
        Assert.Equal(open, RazorpayWords.WithOrder(open, payments));
        var own = RazorpayWords.WithOrder(open with { OrderId = "order_N8FRN5zTm5S3wx" }, payments);
        Assert.Equal((GatewayState.Paid, 100L, "INR", "pay_N8FVRD1DzYzBh1"), (own.State, own.PaidMinor, own.Currency, own.PaymentId));
    }

    static PaymentReference Reference => new(CaseReference.Of("MH", 12345), 1);

    static GatewayLink? Code(string content, long minor = 300) => RazorpayCodes.CodeOf(
        JsonDocument.Parse(PublishedCodes.Made.Replace("\"purpose\": \"Test UPI QR Code notes\"", $"\"reference\": \"{Reference}\"")
            .Replace("upi://pay?pa=qmart.razorpay@hdfcbank&pn=TestAccount&tr=RZPGT5viB4WHeoUuuqrv2&tn=TestAccountRaftarSoft&am=100&cu=INR&mc=5411", content)).RootElement,
        new(Reference, minor, "", "", default));

    [Theory]
    [InlineData("upi://pay?pa=a@b&am=3&cu=INR", true)]
    [InlineData("upi://pay?pa=a@b&am=3.00", true)]
    [InlineData("upi://pay?pa=a@b", true)]
    [InlineData("upi://pay?pa=a@b&am=100&cu=INR", false)]
    [InlineData("upi://pay?pa=a@b&am=3&am=100", false)]
    [InlineData("upi://pay?pa=a@b&am=3&cu=USD", false)]
    [InlineData("upi://pay?am=3", false)]
    [InlineData("https://pay?pa=a@b&am=3", false)]
    public void or_a_code_sends_no_app_to_pay_another_amount_than_was_ordered(string content, bool isShown)
    {
        Assert.Equal(isShown ? content : null, Code(content)?.Upi);
        Assert.Null(Code(content, minor: 301));
    }
}

/// <summary>What the gateway says of a refund by call-back hastens the question and books nothing.</summary>
public sealed class A_call_back_about_a_refund : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    async Task<(TestCase Case, string Refund)> OnItsWay()
    {
        var c = await house.Owing(await house.Citizen());
        var page = await c.PaymentPage();
        await c.Refused();
        house.Simulator().RefundStatus = "pending";
        await house.Simulator().CallBack(house.Simulator().Take(page));
        await house.OutboxDrained();
        Assert.NotEqual(0, (await c.Accounts())["overpaid"]);
        return (c, house.Simulator().Refunds.Single());
    }

    [Fact]
    public async Task that_has_gone_has_it_booked_at_once_and_once()
    {
        var (c, refund) = await OnItsWay();
        house.Simulator().RefundStatus = "processed";
        var told = house.Simulator().RefundEvent(refund);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(() => house.Simulator().CallBack(told, $"event {number % 3}"))));
        await house.OutboxDrained();
        Assert.Single(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.FeeRefunded));
        Assert.Equal((0L, 0L), ((await c.Accounts())["overpaid"], (await c.Accounts())["gateway"]));
        await house.Hours(13);
        await house.Simulator().CallBack(told);
        await house.OutboxDrained();
        Assert.Single(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.FeeRefunded));
        await c.Balances();
    }

    [Fact]
    public async Task that_is_untrue_or_of_other_money_books_nothing()
    {
        var (c, refund) = await OnItsWay();
        var pending = house.Simulator().RefundEvent(refund);
        // Said to have gone, and the gateway asked does not say so.
        var untrue = pending.Replace("refund.created", "refund.processed");
        var asked = await house.Db(db => db.Set<OutboxMessage>().CountAsync(message => message.Kind == "refund"));
        foreach (var body in (string[])[pending, untrue.Replace("\"payment_id\":\"pay_", "\"payment_id\":\"xay_"), untrue.Replace("\"receipt\":\"refund-", "\"receipt\":\"rebate-"), PublishedCodes.Refund.Replace("created", "processed")])
            Assert.Equal(200, await house.Simulator().CallBack(body));
        Assert.Equal(asked, await house.Db(db => db.Set<OutboxMessage>().CountAsync(message => message.Kind == "refund")));
        Assert.Equal(200, await house.Simulator().CallBack(untrue));
        await house.OutboxDrained();
        Assert.DoesNotContain(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.FeeRefunded));
        Assert.Equal(-6900, (await c.Accounts())["overpaid"]);
    }
}
