using System.Text;
using EkDwar.Cases;
using EkDwar.Paying;
using EkDwar.Paying.Razorpay;
using EkDwar.Paying.Simulator;
using EkDwar.Tests.Design;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Paying;

/// <summary>A fee paid by the gateway's code for UPI apps is settled as any: once, on the gateway's word, and no money is lost or counted twice.</summary>
public sealed class A_payment_by_a_UPI_app : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    GatewaySimulator Simulator => house.Simulator();

    async Task<(TestCase Case, SimulatedCode Code)> Coded()
    {
        var c = await house.Case().Submitted();
        return (c, await c.UpiCode());
    }

    [Fact]
    public async Task is_asked_for_by_a_code_of_the_gateway_s_own_that_says_nothing_of_her()
    {
        var citizen = await house.SignedInCitizen();
        var c = await house.Case().By(citizen).Submitted();
        var page = await citizen.Browser.Open($"/mh/en/cases/{c.Reference}/pay");
        page = await page.Form("form[action*='handler=Upi']").Press();
        var code = Simulator.Codes.Single();
        Assert.Equal(code.Content, page["main a[href^='upi:']"].GetAttribute("href"));
        Assert.Equal(code.Content, A_qr_code.Scanned(page["main svg[role=img]"]));
        Assert.Equal(code.ImageUrl, page["main a[href*='/dev/gateway/upi/']"].GetAttribute("href"));
        Assert.Contains("&am=69&", code.Content);
        foreach (var said in (string[])["Pay ₹69.00 with a UPI app", "must show exactly ₹69.00", "Pay in one way only"]) Assert.Contains(said, page.Text);
        Assert.Equal($"{c.Reference.Compact}-1", (string)code.Notes!["reference"]!);
        foreach (var (language, said) in new[] { ("mr", "एकाच मार्गाने पैसे भरा"), ("hi", "एक ही तरीके से भुगतान करें"), ("pa", "ਇੱਕੋ ਤਰੀਕੇ ਨਾਲ ਭੁਗਤਾਨ ਕਰੋ") })
            Assert.Contains(said, (await citizen.Browser.Open($"/mh/{language}/cases/{c.Reference}/pay")).Text);
        // The gateway's page stays open to her, and the code is one however often it is asked for.
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => c.StartsToPay(PaymentMeans.Upi)));
        Assert.Single(await c.Payments());
        var app = await page.Follow("main a[href*='/dev/gateway/upi/']");
        Assert.Contains("पैसे भरले.", (await app.Form().Press("way=silent")).Text);
        var receipt = await page.Form("form[action*='handler=Check']").Press();
        Assert.EndsWith("/receipt", receipt.Path);
        Assert.Contains(code.Taken.Single().Id, receipt.Text);
    }

    [Fact]
    public async Task told_of_by_a_signed_call_back_settles_the_fee_once()
    {
        var (c, code) = await Coded();
        var told = Simulator.Scan(code);
        for (var time = 0; time < 3; time++) Assert.Equal(200, await Simulator.CallBack(told, "the same"));
        house.Clock.Advance(TimeSpan.FromHours(20));
        Assert.Equal(200, await Simulator.CallBack(told, "another"));
        await house.OutboxDrained();
        var payment = Assert.Single(await c.Payments());
        Assert.Equal((PaymentStatus.Succeeded, PaymentMeans.Upi, code.Taken.Single().Id), (payment.Status, payment.Means, payment.GatewayPaymentId));
        Assert.Equal((1, 6900L, 0L), (await c.TimesPaid(), (await c.Accounts())["gateway"], code.Taken.Single().RefundedMinor));
        await c.Balances();
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task nobody_told_of_is_found_by_asking_and_settles_the_fee_once()
    {
        var (c, code) = await Coded();
        Simulator.Scan(code);
        await house.OutboxDrained();
        Assert.Null((await c.Row()).FeePaidAt);
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        await house.OutboxDrained();
        Assert.NotNull((await c.Row()).FeePaidAt);
        await house.Hours(30);
        Assert.Equal((1, 6900L), (await c.TimesPaid(), (await c.Accounts())["gateway"]));
        await c.Balances();
    }

    [Fact]
    public async Task forged_or_about_nothing_of_ours_changes_nothing()
    {
        var (c, code) = await Coded();
        var told = Simulator.Scan(code);
        Assert.Equal(400, await Send(told, null));
        Assert.Equal(400, await Send(told, RazorpaySignature.Of(Encoding.UTF8.GetBytes(told), GatewaySimulator.KeySecret)));
        Assert.Equal(400, await Send(told.Replace("6900", "6901"), RazorpaySignature.Of(Encoding.UTF8.GetBytes(told), GatewaySimulator.WebhookSecret)));
        foreach (var body in (string[])[PublishedCodes.Credited, PublishedCodes.CreditedFor("TS1989"), PublishedCodes.CreditedFor($"{c.Reference.Compact}-9"),
            told.Replace("\"captured\"", "\"failed\""), told.Replace("qr_code.credited", "qr_code.closed"), """{"event": "qr_code.credited"}"""])
            Assert.Equal(200, await Simulator.CallBack(body));
        Assert.Equal(PaymentStatus.Pending, Assert.Single(await c.Payments()).Status);
        Assert.Null((await c.Row()).FeePaidAt);
    }

    [Fact]
    public async Task published_with_another_amount_is_seen_as_that()
    {
        var (c, _) = await Coded();
        Assert.Equal(200, await Simulator.CallBack(PublishedCodes.CreditedFor($"{c.Reference.Compact}-1")));
        var payment = Assert.Single(await c.Payments());
        Assert.Equal((PaymentStatus.Unknown, "pay_HO2fEpc9JeOQU5", 200L), (payment.Status, payment.GatewayPaymentId, payment.TakenMinor));
        Assert.Null((await c.Row()).FeePaidAt);
    }

    [Theory]
    [InlineData(6800, "INR")]
    [InlineData(6900, "USD")]
    public async Task of_another_amount_or_currency_never_settles(long minor, string currency)
    {
        var (c, code) = await Coded();
        Simulator.Scan(code, minor, currency);
        await house.Hours(2);
        Assert.Equal(PaymentStatus.Unknown, Assert.Single(await c.Payments()).Status);
        Assert.Equal((null, 0), ((await c.Row()).FeePaidAt, (await c.Postings()).Count));
        Assert.Equal("paying.unknown", (await c.StartsToPay(PaymentMeans.Upi)).Refusals.Single().Code);
        Assert.Equal("paying.unknown", (await c.StartsToPay()).Refusals.Single().Code);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task made_on_the_page_too_is_kept_once_and_the_other_goes_back(bool isAppFirst)
    {
        var (c, code) = await Coded();
        var page = await c.PaymentPage();
        var words = isAppFirst ? new[] { Simulator.Scan(code), Simulator.Take(page) } : [Simulator.Take(page), Simulator.Scan(code)];
        foreach (var told in words) Assert.Equal(200, await Simulator.CallBack(told));
        await house.OutboxDrained();
        Assert.Equal((1, 6900L, 0L), (await c.TimesPaid(), (await c.Accounts())["gateway"], (await c.Accounts())["overpaid"]));
        Assert.Equal(isAppFirst ? (0L, 6900L) : (6900L, 0L), (code.Taken.Single().RefundedMinor, page.Taken.Single().RefundedMinor));
        Assert.All(await c.Payments(), payment => Assert.Equal(PaymentStatus.Succeeded, payment.Status));
        Assert.Single(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.FeeRefunded));
        await c.Balances();
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task made_twice_by_one_code_is_kept_once_and_the_other_goes_back()
    {
        var (c, code) = await Coded();
        var (first, second) = (Simulator.Scan(code), Simulator.Scan(code));
        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => Task.Run(() => Simulator.CallBack(number % 2 == 0 ? first : second, $"event {number % 6}"))));
        await house.Hours(1);
        Assert.Equal((1, 6900L, 0L), (await c.TimesPaid(), (await c.Accounts())["gateway"], (await c.Accounts())["overpaid"]));
        Assert.Equal(2, (await c.Payments()).Count);
        Assert.Equal(6900, code.Taken.Sum(payment => payment.RefundedMinor));
        await c.Balances();
    }

    [Fact]
    public async Task made_again_by_one_code_and_never_told_of_is_found_by_asking_and_goes_back_once()
    {
        var (c, code) = await Coded();
        Assert.Equal(200, await Simulator.CallBack(Simulator.Scan(code)));
        await house.OutboxDrained();
        Simulator.Scan(code);
        await house.Hours(1);
        Assert.Equal([0L, 6900L], code.Taken.Select(payment => payment.RefundedMinor));
        // A slow bank: the third comes when the code is long closed.
        await house.Hours(13);
        Simulator.Scan(code);
        await house.Hours(20);
        Assert.Equal([0L, 6900L, 6900L], code.Taken.Select(payment => payment.RefundedMinor));
        Assert.Equal((1, 6900L, 0L), (await c.TimesPaid(), (await c.Accounts())["gateway"], (await c.Accounts())["overpaid"]));
        Assert.Equal(code.Taken.Select(payment => payment.Id), (await c.Payments()).Select(payment => payment.GatewayPaymentId));
        Assert.Equal(2, Simulator.Refunds.Count);
        Assert.Equal(2, (await c.Ledger()).Count(entry => entry.Kind == nameof(CaseEvent.FeeRefunded)));
        await c.Balances();
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task made_again_told_of_and_found_by_asking_at_once_goes_back_once()
    {
        var (c, code) = await Coded();
        Assert.Equal(200, await Simulator.CallBack(Simulator.Scan(code)));
        var second = Simulator.Scan(code);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => Task.Run(async () =>
        {
            if (number % 2 == 0) Assert.Equal(PaymentStatus.Succeeded, await house.Use((AskGateway ask) => ask.About(new(c.Reference, 1), alsoPaid: true)));
            else Assert.Equal(200, await Simulator.CallBack(second, $"event {number % 6}"));
        })));
        await house.Hours(1);
        Assert.Equal([0L, 6900L], code.Taken.Select(payment => payment.RefundedMinor));
        Assert.Equal(code.Taken.Select(payment => payment.Id), (await c.Payments()).Select(payment => payment.GatewayPaymentId));
        Assert.Single(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.FeeRefunded));
        await c.Balances();
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task and_on_the_page_told_of_and_asked_about_hundreds_of_times_at_once_is_kept_once()
    {
        var (c, code) = await Coded();
        var page = await c.PaymentPage();
        var words = new[] { Simulator.Scan(code), Simulator.Take(page) };
        var statuses = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(async () => (number % 4) switch
        {
            0 => await house.Use((AskGateway ask) => ask.About(new(c.Reference, 1 + number / 4 % 2))) == PaymentStatus.Succeeded ? 200 : 0,
            1 => await Simulator.CallBack(words[number / 4 % 2], $"event {number}"),
            _ => await Simulator.CallBack(words[number / 4 % 2], $"the same event {number / 4 % 2}"),
        })));
        Assert.All(statuses, status => Assert.Equal(200, status));
        await house.OutboxDrained();
        Assert.Equal((1, 6900L, 0L), (await c.TimesPaid(), (await c.Accounts())["gateway"], (await c.Accounts())["overpaid"]));
        Assert.Equal(6900, code.Taken.Single().RefundedMinor + page.Taken.Single().RefundedMinor);
        await c.Balances();
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task never_made_is_over_when_the_code_closes_and_money_that_comes_late_is_not_lost()
    {
        var (c, old) = await Coded();
        await house.Hours(13);
        Assert.False(old.IsOpen(house.Clock.GetUtcNow()));
        Assert.Equal(PaymentStatus.Failed, Assert.Single(await c.Payments()).Status);
        var code = await c.UpiCode();
        Assert.NotEqual(old.Id, code.Id);
        // The bank was slow: what she paid by the first code comes now, and is the fee.
        Assert.Equal(200, await Simulator.CallBack(Simulator.Scan(old)));
        Assert.NotNull((await c.Row()).FeePaidAt);
        await house.OutboxDrained();
        Assert.False(code.IsOpen(house.Clock.GetUtcNow()));
        Assert.Equal([PaymentStatus.Succeeded, PaymentStatus.Failed], (await c.Payments()).Select(payment => payment.Status));
        await c.Balances();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task in_one_way_closes_the_other(bool isByApp)
    {
        var (c, code) = await Coded();
        var page = await c.PaymentPage();
        Assert.Equal(200, await Simulator.CallBack(isByApp ? Simulator.Scan(code) : Simulator.Take(page)));
        await house.OutboxDrained();
        Assert.Equal(isByApp ? "cancelled" : "paid", page.StatusAt(house.Clock.GetUtcNow()));
        Assert.False(code.IsOpen(house.Clock.GetUtcNow()));
        Assert.Equal(1, (await c.Payments()).Count(payment => payment.Status == PaymentStatus.Succeeded));
        Assert.Equal(1, (await c.Payments()).Count(payment => payment.Status == PaymentStatus.Failed));
    }

    [Theory, InlineData("2"), InlineData("30")]
    public async Task of_a_fee_that_was_assessed_anew_can_be_made_no_more_and_settles_nothing(string pages)
    {
        var c = await house.AppliedFor(await house.Citizen(), "land-record-copy-tahsil");
        Assert.True((await c.Assess("12")).IsDone);
        var (old, page) = (await c.UpiCode(), await c.PaymentPage());
        Assert.True((await c.Assess(pages)).IsDone);
        await house.OutboxDrained();
        Assert.Equal((false, "cancelled"), (old.IsOpen(house.Clock.GetUtcNow()), page.StatusAt(house.Clock.GetUtcNow())));
        var code = await c.UpiCode();
        Assert.Equal((await c.Fee()).TotalMinor, code.AmountMinor);
        Assert.Equal(200, await Simulator.CallBack(Simulator.Scan(old)));
        Assert.Null((await c.Row()).FeePaidAt);
        Assert.Equal(200, await Simulator.CallBack(Simulator.Scan(code)));
        Assert.NotNull((await c.Row()).FeePaidAt);
        Assert.Equal([PaymentStatus.Unknown, PaymentStatus.Failed, PaymentStatus.Succeeded], (await c.Payments()).Select(payment => payment.Status));
        Assert.True((await c.Judge(EkDwar.Paying.Office.Verdict.GiveBack)).IsDone);
        await house.OutboxDrained();
        Assert.Equal((old.AmountMinor, (await c.Fee()).TotalMinor), (old.Taken.Single().RefundedMinor, (await c.Accounts())["gateway"]));
        await c.Balances();
    }

    [Fact]
    public async Task for_a_case_refused_meanwhile_is_no_fee_and_goes_back()
    {
        var c = await house.Owing(await house.Citizen());
        var code = await c.UpiCode();
        await c.Refused();
        Assert.Equal(200, await Simulator.CallBack(Simulator.Scan(code)));
        await house.OutboxDrained();
        Assert.Equal((null, 6900L, 0), ((await c.Row()).FeePaidAt, code.Taken.Single().RefundedMinor, await c.TimesPaid()));
        await c.Balances();
    }

    [Fact]
    public async Task is_not_offered_where_the_gateway_makes_no_codes()
    {
        await using var other = await TestHouse.Open(services => services.PostConfigure<RazorpayOptions>(options => options.QrCodes = false));
        var citizen = await other.SignedInCitizen();
        var c = await other.Case().By(citizen).Submitted();
        Assert.False((await citizen.Browser.Open($"/mh/en/cases/{c.Reference}/pay")).Has("form[action*='handler=Upi']"));
        Assert.Equal("paying.not_offered", (await c.StartsToPay(PaymentMeans.Upi)).Refusals.Single().Code);
    }

    async Task<int> Send(string body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, PayingEndpoints.Path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null) request.Headers.Add("X-Razorpay-Signature", signature);
        request.Headers.Add("x-razorpay-event-id", "e");
        return (int)(await house.Client().SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }
}
